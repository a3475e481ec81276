"""The board itself, without a network: its vocabulary of changes, its limits, where a new note goes."""
