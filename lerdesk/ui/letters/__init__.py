"""Letters: their list, and the editor beside the real page, which the notices use too."""
