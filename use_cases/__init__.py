"""What a person can do: one class per errand, one commit at the end."""
