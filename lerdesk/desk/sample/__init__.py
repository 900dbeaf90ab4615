"""The sample store: invented papers and their stories, played through the desk as a reviewer would.

Holds the stories' reader, the reviewer who plays them and the maker of the store. Imports the desk's own functions.
"""

from lerdesk.desk.sample.folder import ensure

__all__ = ["ensure"]
