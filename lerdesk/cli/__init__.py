"""The command line, one module a command. Reaches everything through desk."""
