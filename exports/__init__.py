"""What leaves the workshop as a file; the report is built pure and written in a warm worker process."""
