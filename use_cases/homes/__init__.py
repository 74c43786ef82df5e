"""The roster of homes, and who lives where."""
