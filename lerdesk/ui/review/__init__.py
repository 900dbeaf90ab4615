"""The review place: the order's pages, its facts, validity, scope, documents and history, and the determination."""
