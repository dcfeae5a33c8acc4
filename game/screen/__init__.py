"""The window: Pages drawn as pictures, keys and clicks handed back as Commands."""
