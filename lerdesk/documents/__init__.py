"""The confined reader process and the client to it: pages, words, boxes. Owns pypdfium2."""
