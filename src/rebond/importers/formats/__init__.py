"""What people export, one file a format: a `FORMAT` that says what tells its files and what its columns mean."""
