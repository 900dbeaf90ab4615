"""Sizes of the window's parts, in logical pixels. The spacing grid is 4, 8, 12, 16, 24."""

from typing import Final

S1: Final = 4
S2: Final = 8
S3: Final = 12
S4: Final = 16
S6: Final = 24

BASE: Final = 13  #: the interface font's size where the system gives none
LINE: Final = 18  #: one line of text
EDITOR_LINE: Final = 20

EDGE: Final = 16  #: text edge, left and right, of every place
RAIL: Final = 176
RAIL_FOLDED: Final = 52
RAIL_FOLDS_BELOW: Final = 1100  #: width of the window
PANE_LEAST: Final = 560  #: least width of page and of questions before the rail folds
RAIL_ROW: Final = 32
TOP_BAR: Final = 44
PLACE_HEADER: Final = 44
VIEWS_STRIP: Final = 36
TOOLBAR: Final = 40  #: review tabs, page toolbar
TABLE_HEADER: Final = 28
ROW: Final = 30
STATUS_LINE: Final = 28
PREVIEW_MOST: Final = 210

SEARCH_MOST: Final = 640
CONTROL: Final = 28  #: buttons, fields, combo boxes
RADIUS: Final = 4
POPUP_RADIUS: Final = 6
BUTTON_PADDING: Final = 12
FIELD_PADDING: Final = 8
ICON: Final = 16
SIGN: Final = 10
GROUP_HEAD: Final = 30
QUESTION_ROW: Final = 47
FACT_ROW: Final = 32
FACT_ROW_EDITED: Final = 64
NOTICE_ROW: Final = 47
FORM_LABEL: Final = 168  #: width of a form's labels
