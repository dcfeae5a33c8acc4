"""The Program carried out over many states at once. Imports numpy, so import it late."""
