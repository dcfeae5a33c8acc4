"""The house style of YAML files: order of fields, indents, quotes, signs, and comments where they were."""
