"""Templates and fields to a draft: words only. Owns Jinja2. Imports domain and base."""
