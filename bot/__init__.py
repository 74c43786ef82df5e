"""Telegram's edge: handlers, views, words, the inbox, the command line and the wiring."""
