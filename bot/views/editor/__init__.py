"""What a manager sees who writes a survey by talking to the bot."""
