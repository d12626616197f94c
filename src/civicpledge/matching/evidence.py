"""What speaks for and against a name being a person's: kinds, directions, points."""
