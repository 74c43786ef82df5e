"""Stories over the real dispatcher: people write and tap, the bot answers."""
