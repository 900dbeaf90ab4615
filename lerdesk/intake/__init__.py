"""From a served file's words to proposed facts, each with its evidence. Imports domain and base."""
