"""From a template and the fields to a draft."""

import re
from collections.abc import Callable, Iterator
from dataclasses import fields as fields_of
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from lerdesk.base.errors import UserFacingError
from lerdesk.base.written import sentence_start
from lerdesk.domain.letter import LetterFields, mask
from lerdesk.domain.vocabulary import LetterKind
from lerdesk.letters.draft import Draft, Span
from lerdesk.letters.escape import escaped, escaped_first, one_line
from lerdesk.letters.words import Words, folders_of, words_of

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

# Two characters that Unicode keeps out of all text fence each field in Jinja's output.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_FENCED = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
_LINE_START = re.compile(r"(?:^|\n)[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*\Z")


class _Missing:
    """A field that is empty: false in a template's questions, ‹its name› where its words would stand."""

    def __init__(self, words: str) -> None:
        self.words = words

    def __bool__(self) -> bool:
        return False

    def __iter__(self) -> Iterator[Any]:
        return iter(())

    def __len__(self) -> int:
        return 0

    @override
    def __repr__(self) -> str:
        return f"‹{self.words}›"


def compose(
    kind: LetterKind,
    fields: LetterFields,
    *,
    language: str = "en",
    variant: str | None = None,
    templates: Path | None = None,
) -> Draft:
    """Fill a template.

    Args:
        kind: which letter.
        fields: what it may say.
        language: a folder under the templates.
        variant: of the notice: "delayed", "optional"; None is the one before disclosure.
        templates: the organisation's own; a file there stands in the place of the shipped one.

    Raises:
        UserFacingError: the template is missing, broken, or names a field that there is none of.
    """
    from jinja2 import TemplateNotFound, TemplateSyntaxError, UndefinedError
    from jinja2.exceptions import SecurityError

    name = f"{kind.value}-{variant}" if variant else kind.value
    folders = folders_of(language, templates)
    words = words_of(language, templates)
    environment = _environment(folders, language, templates)
    try:
        text = environment.get_template(f"{name}.md").render(_context(fields, words))
        version = _version(environment, f"{name}.md")
    except TemplateNotFound as error:
        raise UserFacingError(f"There is no letter template {language}/{error.name}.") from error
    except TemplateSyntaxError as error:
        raise UserFacingError(
            f"The letter template {language}/{error.name or name} is broken in line {error.lineno}: {error.message}."
        ) from error
    except UndefinedError as error:
        raise UserFacingError(
            f"The letter template {language}/{name} names a field that letters do not have: {error.message}."
        ) from error
    except (SecurityError, TypeError, ValueError, ArithmeticError, LookupError) as error:
        raise UserFacingError(
            f"The letter template {language}/{name} asks for something that cannot be done: {error}."
        ) from error
    markdown, spans = _assemble(re.sub(r"\n{3,}", "\n\n", text).strip() + "\n")
    return Draft(markdown, spans, f"{language}/{name}", version)


def _context(fields: LetterFields, words: Words) -> dict[str, Any]:
    values = {field.name: getattr(fields, field.name) for field in fields_of(fields)}
    letterhead, recipient = values.pop("letterhead"), values.pop("recipient")
    values |= {
        "company": letterhead.company,
        "department": letterhead.department,
        "telephone": letterhead.telephone,
        "email": letterhead.email,
        "salutation": recipient.salutation,
        "masked_accounts": fields.masked_accounts,
        "reasons": fields.reasons,
    }
    return {
        name: _Missing(words.missing.get(name, name.replace("_", " ")))
        if value is None or value in ("", ())
        else value
        for name, value in values.items()
    }


def _fenced(value: object) -> object:
    from jinja2 import Undefined

    if isinstance(value, Undefined):
        return value  # its own str() raises and names it
    text = one_line(repr(value) if isinstance(value, _Missing) else str(value))
    if _OPEN in text or _CLOSE in text:
        raise UserFacingError(
            "A field of this letter has a character that is no text: U+FDD0 or U+FDD1.",
            do="Correct the fact that it comes from.",
        )
    return f"{_OPEN}{text}{_CLOSE}"


@lru_cache(maxsize=8)
def _environment(
    folders: tuple[Path, ...], language: str, templates: Path | None
) -> "SandboxedEnvironment":
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        undefined=StrictUndefined,
        finalize=_fenced,
        autoescape=False,  # Markdown, not HTML: _assemble escapes each field
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    words = words_of(language, templates)
    environment.filters.update(
        {
            "day": _known(words.day),
            "moment": _known(words.moment),
            "join_words": _known(lambda parts: words.join([str(part) for part in parts])),
            "number": _known(words.number),
            "size": _known(words.size),
            "article": _known(words.article),
            "mask": _known(mask),
            "capital": _known(sentence_start),
            "sentence": _known(_sentence),
        }
    )
    return environment


def _known(of: Callable[[Any], str]) -> Callable[[Any], object]:
    """A filter that lets a missing field through as it is."""
    return lambda value: value if isinstance(value, _Missing) else of(value)


def _sentence(text: str) -> str:
    text = text.strip()
    return text if text.endswith((".", "?", "!", "”", '"')) else text + "."


def _assemble(text: str) -> tuple[str, tuple[Span, ...]]:
    out: list[str] = []
    spans: list[Span] = []
    at = last = 0

    def take(words: str, kind: str) -> None:
        nonlocal at
        if words:
            out.append(words)
            spans.append(Span(at, at + len(words), "field" if kind == "field" else "template"))
            at += len(words)

    for found in _FENCED.finditer(text):
        before = text[last : found.start()]
        take(before, "template")
        value = escaped(found[1])
        if _LINE_START.search("".join(out[-3:])[-400:] or "\n"):
            value = escaped_first(value)
        take(value, "field")
        last = found.end()
    take(text[last:], "template")
    return "".join(out), tuple(spans)


def _version(environment: "SandboxedEnvironment", name: str) -> str:
    from jinja2 import meta

    digest, waiting, seen = sha256(), [name], set()
    while waiting:
        current = waiting.pop(0)
        if current in seen or environment.loader is None:
            continue
        seen.add(current)
        source, _, _ = environment.loader.get_source(environment, current)
        digest.update(source.encode())
        found = meta.find_referenced_templates(environment.parse(source))
        waiting += sorted(other for other in found if other)
    return digest.hexdigest()[:12]
