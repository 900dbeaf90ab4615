"""Loads and checks resources/rulebook/*.toml and hands out the domain's rules. Imports domain and base."""
