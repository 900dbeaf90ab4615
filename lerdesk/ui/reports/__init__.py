"""The half-year's Information Request Report: figures, each with its requests; bars; checks; export and print."""
