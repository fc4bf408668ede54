"""The stamps as they are at this moment, asked for at each request, so as cheaply as can be."""

import logging
from threading import Lock

from django.db import DEFAULT_DB_ALIAS, connections

logger = logging.getLogger(__name__)
# The stamp of each scope.
Stamps = dict[str, str]
ROWS = "SELECT scope, value FROM pages_stamp"


class SqliteReader:
    """Reads the stamps anew only when another connection has changed anything at all."""

    def __init__(self):
        self.connection = open_connection()
        self.connection.isolation_level = None
        self.version = None
        self.stamps: Stamps = {}

    def read(self) -> Stamps:
        # The version first: what is committed between the two is then seen the next time.
        version = self.connection.execute("PRAGMA data_version").fetchone()[0]
        if version != self.version:
            rows = self.connection.execute(ROWS)
            self.stamps = {scope: str(value) for scope, value in rows}
            self.version = version
        return self.stamps

    def close(self) -> None:
        self.connection.close()


class PostgresqlReader:
    """Asks the server each time, past the layers of psycopg that such a question does not need.

    The question is prepared once and adds nothing up, which leaves the server a fourth of the work.
    """

    NAME = b"pages_stamps"

    def __init__(self):
        self.connection = open_connection()
        self.connection.autocommit = True
        self.answer(self.connection.pgconn.prepare(self.NAME, ROWS.encode()))

    def read(self) -> Stamps:
        result = self.answer(self.connection.pgconn.exec_prepared(self.NAME, []))
        sums: dict[bytes, int] = {}
        for row in range(result.ntuples):
            scope = result.get_value(row, 0)
            sums[scope] = sums.get(scope, 0) + int(result.get_value(row, 1))
        return {scope.decode(): str(total) for scope, total in sums.items()}

    def answer(self, result):
        """The result, unless the server refused: that raises OperationalError."""
        from psycopg.errors import OperationalError

        if result.error_message:
            raise OperationalError(result.error_message.decode(errors="replace"))
        return result

    def close(self) -> None:
        self.connection.close()


def open_connection():
    """A plain connection to the database, outside Django's own and of no pool.

    One that never writes: SQLite tells a connection of the changes of others alone.
    """
    wrapper = connections.create_connection(DEFAULT_DB_ALIAS)
    options = {**wrapper.settings_dict.get("OPTIONS", {})}
    options.pop("pool", None)
    wrapper.settings_dict = {**wrapper.settings_dict, "OPTIONS": options}
    return wrapper.get_new_connection(wrapper.get_connection_params())


class CurrentStamps:
    """The stamps for one process: `read` may be called by any of its threads."""

    def __init__(self):
        self.lock = Lock()
        self.reader: SqliteReader | PostgresqlReader | None = None
        self.begun = 0  # how often they were read
        self.latest: Stamps = {}

    def read(self) -> Stamps:
        """The stamp of each scope; empty where the database does not say, so that none fits."""
        arrived = self.begun
        with self.lock:
            # Of several who waited, one asks for all: what was asked after they came is new enough.
            if self.begun == arrived:
                self.begun += 1
                self.latest = self.ask()
            return self.latest

    def ask(self) -> Stamps:
        for _attempt in range(2):  # a server that was started anew closed our connection
            try:
                self.reader = self.reader or make_reader()
                return self.reader.read()
            except Exception as error:
                self.forget()
                logger.debug("The stamps can't be read: %s", error)
        return {}

    def forget(self) -> None:
        """Close the connection; the next `read` opens one."""
        reader, self.reader = self.reader, None
        if reader:
            reader.close()


def make_reader() -> SqliteReader | PostgresqlReader:
    vendor = connections[DEFAULT_DB_ALIAS].vendor
    return SqliteReader() if vendor == "sqlite" else PostgresqlReader()
