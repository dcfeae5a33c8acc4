"""Quantities as authors write them: whole numbers, durations, moments, ranges, spreads, places, sources.

Each `parse_x` takes a scalar and gives the value, or the one Diagnostic that says what is wrong.
"""
