"""A Scenario into its Program, once per setup."""
