"""A real mail server in a thread, which keeps what it took and says no when it is told to."""

import email
import email.policy
import socket
from contextlib import contextmanager

from aiosmtpd.controller import Controller


class Postbox:
    """What the mail server took, and what it answers.

    `refuse_recipient` and `refuse_data` are answers such as "550 No such person".
    `on_delivery(message)` is called after a message is kept and before the server says yes.
    """

    def __init__(self):
        self.messages = []
        self.sessions = set()
        self.refuse_recipient = self.refuse_data = ""
        self.on_delivery = lambda message: None

    async def handle_RCPT(self, server, session, envelope, address, options):
        self.sessions.add(session.peer)
        if self.refuse_recipient:
            return self.refuse_recipient
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        if self.refuse_data:
            return self.refuse_data
        message = email.message_from_bytes(envelope.content, policy=email.policy.default)
        self.messages.append(message)
        self.on_delivery(message)
        return "250 OK"

    def ids(self) -> list[str]:
        return [message["Message-ID"] for message in self.messages]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(postbox: Postbox, port: int):
    """Let `postbox` answer at `port` until the block ends."""
    controller = Controller(postbox, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield
    finally:
        controller.stop()
