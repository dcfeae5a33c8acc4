"""Folders, packs, runs, settings and crash files: bytes in, bytes out, atomically."""
