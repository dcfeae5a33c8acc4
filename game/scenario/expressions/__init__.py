"""The one language of conditions and numbers: its tree, parser, types, ranges and evaluation."""
