"""What can happen at all: values, flags and entries run to a fixpoint, so that *never* is proved."""
