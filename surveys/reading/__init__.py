"""What people typed, read as answers."""
