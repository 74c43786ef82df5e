"""Recorded conversations, played over HTTP against the sandbox with the real bot."""
