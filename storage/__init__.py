"""The only place with SQL: tables, the ledger that every change goes through, and what can be asked of them."""
