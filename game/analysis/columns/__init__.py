"""Exact odds in columns: float64 over millions of merged states. Imports numpy: import it when needed."""
