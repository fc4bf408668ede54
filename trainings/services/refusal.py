"""What a service raises when a rule says no."""


class NotAllowed(Exception):
    """A refusal; its text is a sentence that says what to do."""
