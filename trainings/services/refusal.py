"""What a service raises when a rule says no."""


class NotAllowed(Exception):
    """A refusal; its text is a sentence that says what to do."""


class AboutBlock(NotAllowed):
    """A refusal about one block of a draft, given by its key, and about one of its inputs."""

    def __init__(self, said: str, block: str, part: str = ""):
        self.block, self.part = block, part
        super().__init__(said)

    @property
    def place(self) -> str:
        """Where it can be mended: what an address of the editor ends in."""
        return f"id_{self.block}-{self.part}" if self.part else self.block
