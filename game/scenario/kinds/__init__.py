"""The kinds of values that fields hold: how each is read, and how it is described."""
