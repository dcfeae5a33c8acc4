"""The game as plain lines from its Pages: one fact a line, for screen readers, pipes and any terminal."""
