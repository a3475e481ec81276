"""The method: ten stones, their questions, the maturity index and user stories; standard library only."""
