"""Pictures as plain shapes."""
