"""Help: the pages of ``resources/help``, as Markdown with their own pictures."""
