"""Trees into a Scenario: the rulebook, with every name resolved and every place kept."""
