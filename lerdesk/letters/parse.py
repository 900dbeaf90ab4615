"""From Markdown to the blocks that the page is set from."""

from lerdesk.letters.blocks import Block


def parse(markdown: str, marked: tuple[tuple[int, int], ...] = ()) -> tuple[Block, ...]:
    """Read a letter's Markdown. HTML, images and links stay the characters that were typed.

    Args:
        markdown: CommonMark with tables.
        marked: ranges of ``markdown`` whose words become marked runs.
    """
    raise NotImplementedError
