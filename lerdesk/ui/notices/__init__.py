"""Notices to customers: the queue by what can be done now, the editor, the real page."""
