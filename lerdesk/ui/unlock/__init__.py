"""The way in: unlock a store, make the first one, or open the sample store."""
