"""YAML text into a tree with positions. The only room that knows PyYAML."""
