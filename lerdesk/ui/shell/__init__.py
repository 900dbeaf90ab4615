"""What stands around every place: rail, top bar, status line, message bar; what a place is; lock and unlock."""
