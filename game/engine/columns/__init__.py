"""The Program carried out over many states at once. Imports numpy, so it is itself imported only when needed."""
