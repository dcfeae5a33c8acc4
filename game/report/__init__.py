"""Pages to keep: one HTML file each, without anything from outside."""
