"""The reference: the rules of play read from the model, plain and slow, to prove the Program by."""
