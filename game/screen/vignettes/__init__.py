"""Pictures of the story: flat shapes of cut paper for every word that the language has for a picture."""
