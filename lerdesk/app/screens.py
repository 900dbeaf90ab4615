"""Pictures of the real window; see ``lerdesk.ui.screens``, which holds what needs Qt."""

from lerdesk.ui.screens import SIZES, settle, take, take_both

__all__ = ["SIZES", "settle", "take", "take_both"]
