"""Tests of scenarios (`*.test.yaml`) into verdicts and coverage."""
