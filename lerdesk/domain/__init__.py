"""What is true of requests: frozen values and pure decisions. No Qt, SQL, files or time of day; imports base only."""
