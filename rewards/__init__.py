"""Points as double-entry transfers. Pure."""
