"""What a reviewer does: one function, one transaction, one journal entry each. The only writers of the store."""
