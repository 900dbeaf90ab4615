"""What a screen reader needs: every control that the keyboard reaches has a name."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def unnamed_controls(top: QWidget) -> list[str]:
    """The controls below ``top`` that take the keyboard and say no name."""
    found = []
    for widget in [top, *top.findChildren(QWidget)]:
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if not reached or widget.isWindow():
            continue
        if widget.objectName().startswith("qt_") or widget.focusProxy() is not None:
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface is not None else ""
        if not name.strip():
            found.append(f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}")
    return found
