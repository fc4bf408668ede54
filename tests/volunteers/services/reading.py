"""What a verb left behind: steps and letters, as short as a test can compare them."""


def steps(registration) -> list[tuple]:
    """From which state to which, and who moved it."""
    return list(registration.moves.values_list("from_state", "to_state", "actor"))


def letters(registration) -> list[str]:
    """The kinds of the letters about it, in their order."""
    return list(registration.letters.order_by("pk").values_list("kind", flat=True))


def state(registration) -> str:
    """The state as it stands in the database."""
    registration.refresh_from_db()
    return registration.state
