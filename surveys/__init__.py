"""What is asked and how a conversation goes. Pure."""
