"""The window's own controls. Import them from here; paint with ``paint``.

Buttons (``buttons``)
    Button(text, primary=, flat=, hint="Ctrl+Enter", icon="add", opens_list=)  .set_possible(bool, why) .set_hint(keys)
    IconButton(icon, name, keys=)     28 × 28, may be checkable
    Link(text)                        words in accent; a real button (clicked)
Fields (``fields``): the first argument is the accessible name
    Field(name, placeholder=, text=)  .set_wrong(bool)
    SearchField(name, placeholder=, icon="search" or "filter", hint="Ctrl+F", quiet=)  signals stepped(int), left
    Combo(name), TextArea(name, lines=3), ZoneCombo(name)  .set_zone(iana) .zone()
Words (``labels``): plain text only
    Label(text, quiet=, weight=, scale=, wrap=, selectable=)   one line is elided, whole in the tooltip
    GroupHead(text), SignLabel(sign, words, token), Pair(label, words, label_width=72)
Parts
    PlaceHeader(title, back=, line=)  .add(widget) .add_wide(field, most) .set_title(title, quiet)
    EmptyState(sentence, picture=, button=), Picture(icon, size, token)
    TabBar(name, height=), .add(words, count) .set_count(index, count); TabStrip(tabs) with line and room at the right
    MessageBar().tell(error or sentence, action=, run=)
    Form(label_width=)  .head(words) .row(label, field, help) .under(widget) .refuse(field, why); beside(*widgets)
    Splitter(orientation), Line(orientation), ScrollBar, Scrolled(widget), with_scroll_bars(area)
    Popup(name, parent)  Qt.Popup frame, .column layout, .show_below(rect, within); Menu(name); paint_popup(widget)
    DueLabel(icon, words)  .set_due(DueView) .set_words(words, exact)
    FocusRing(window)  one for each top-level window, made after its other children
Rows
    RowList(name)  a QListView with .hover.row; set_up_rows(view, name) -> HoverRow for tables; RowDelegate
    is_selected(option), has_keyboard(view)
    paint.row_background(painter, rect, selected=, focused=, hovered=, current=, edge=)
Painting (``paint``)
    words(painter, rect, text, token=, weight=, scale=, align=) -> width taken, frame(...), line(...),
    dashed_underline(...), snapped(painter, rect), paint_due(painter, rect, DueView); ``painting(widget)`` in paintEvent

A widget painted by hand that takes the keyboard names ``ring_gap`` (0 the ring replaces its border, 2 a gap outside) or
sets the property ``own_focus`` where it shows the keyboard itself. Every override carries ``@guarded()``.
"""

from lerdesk.ui.widgets import paint
from lerdesk.ui.widgets.buttons import Button, IconButton, Link
from lerdesk.ui.widgets.due import SIGN_COLUMN, DueLabel, looks, paint_due
from lerdesk.ui.widgets.fields import Combo, Field, SearchField, TextArea
from lerdesk.ui.widgets.focus_ring import FocusRing
from lerdesk.ui.widgets.form import Form, beside
from lerdesk.ui.widgets.labels import GroupHead, Label, Pair, SignLabel
from lerdesk.ui.widgets.message_bar import MessageBar
from lerdesk.ui.widgets.painter import painting
from lerdesk.ui.widgets.picture import Picture
from lerdesk.ui.widgets.place_header import EmptyState, PlaceHeader
from lerdesk.ui.widgets.popup import Menu, Popup, paint_popup
from lerdesk.ui.widgets.rows import (
    HoverRow,
    RowDelegate,
    RowList,
    has_keyboard,
    is_selected,
    set_up_rows,
)
from lerdesk.ui.widgets.scroll import Line, ScrollBar, Scrolled, Splitter, with_scroll_bars
from lerdesk.ui.widgets.tabs import TabBar, TabStrip
from lerdesk.ui.widgets.zones import ZoneCombo

__all__ = [
    "SIGN_COLUMN",
    "Button",
    "Combo",
    "DueLabel",
    "EmptyState",
    "Field",
    "FocusRing",
    "Form",
    "GroupHead",
    "HoverRow",
    "IconButton",
    "Label",
    "Line",
    "Link",
    "Menu",
    "MessageBar",
    "Pair",
    "Picture",
    "PlaceHeader",
    "Popup",
    "RowDelegate",
    "RowList",
    "ScrollBar",
    "Scrolled",
    "SearchField",
    "SignLabel",
    "Splitter",
    "TabBar",
    "TabStrip",
    "TextArea",
    "ZoneCombo",
    "beside",
    "has_keyboard",
    "is_selected",
    "looks",
    "paint",
    "paint_due",
    "paint_popup",
    "painting",
    "set_up_rows",
    "with_scroll_bars",
]
