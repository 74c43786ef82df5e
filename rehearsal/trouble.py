"""What ends a rehearsal early: one clear sentence for whoever started it."""


class Trouble(Exception):
    """Something did not go as it should; the message is the sentence to show."""
