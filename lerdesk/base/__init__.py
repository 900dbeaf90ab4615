"""Clock, errors, folders, resources, settings, untrusted text. Imports the standard library and platformdirs only."""
