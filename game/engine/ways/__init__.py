"""The ways between junctions as functions, generated where they are gone often."""
