"""What sets segments apart."""
