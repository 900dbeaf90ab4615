"""LERDesk: the desk at which law enforcement requests for customer information are answered."""

__version__ = "0.1.0"
