"""The table of records and fields: what the language has. What is not here does not exist."""
