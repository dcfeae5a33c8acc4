"""Faults as values: where, what, what was meant; and their forms as text, JSON and SARIF."""
