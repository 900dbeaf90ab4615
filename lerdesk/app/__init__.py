"""Puts the parts together, once: the map of the program. May import everything."""
