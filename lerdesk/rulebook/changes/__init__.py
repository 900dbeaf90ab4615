"""Two rulebooks compared: what differs, what a case would now come to, and both in words."""
