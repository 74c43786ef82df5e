"""Messages to a segment: written, previewed, sent, followed."""
