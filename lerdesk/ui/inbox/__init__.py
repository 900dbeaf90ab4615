"""The inbox: what waits, until when, and the next step; the place where a working day begins."""
