"""A document's pages on the screen: column, marks, selection, search, thumbnails. Served orders and our own letters.

Knows no request and no fact: it shows ``Mark``s that others give it and tells which one was clicked.
"""
