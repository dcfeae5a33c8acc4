"""The Program carried out over many states at once. Imports numpy: import it when needed."""
