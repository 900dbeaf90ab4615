"""Keys, engine, tables, migrations, queries, journal: the one encrypted database.

Owns SQLAlchemy, Alembic and sqlcipher3.
"""
