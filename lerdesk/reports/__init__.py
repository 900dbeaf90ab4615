"""Records to the half-year's tables, checks and bands: tables and words only. Imports domain and base."""
