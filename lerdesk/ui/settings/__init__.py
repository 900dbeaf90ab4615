"""Settings: the letterhead and the people, kept in the store; the window's own looks and folders."""
