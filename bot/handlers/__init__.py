"""What each kind of update leads to: thin, by subject; handlers do not import each other."""
