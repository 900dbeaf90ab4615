"""The pieces from which the invented served papers are drawn; only make_samples.py uses them."""
