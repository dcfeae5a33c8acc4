"""The screens: each a small frozen value, a pure layout, and what its keys ask for."""
