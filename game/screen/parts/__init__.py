"""The parts of which screens are made: each a small value, its least size, and how it is drawn."""
