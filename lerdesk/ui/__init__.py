"""The window: shell, inbox, review, notices, letters, reports, settings, help, widgets.

Owns PySide6; reaches everything through desk.
"""
