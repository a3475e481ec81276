"""The room: a board that everyone sees change."""
