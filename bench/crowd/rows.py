"""Rows that PostgreSQL makes itself, as copies of one that Django made."""

FIRST = 100_000  # the key of the first row of each kind, beyond those that are there already


def chance(seed: int, of: str = "s.n") -> str:
    """SQL for a number from 0 to 99 that follows from the number `of` of a row, for each `seed`."""
    return f"(hashint8extended({of}, {seed}) & 65535) % 100"


def parted(number: str, shares: dict[str, int]) -> str:
    """SQL for the value whose share, in per cent, the SQL `number` from 0 to 99 falls into."""
    cases, upto = [], 0
    for value, share in shares.items():
        upto += share
        cases.append(f"WHEN {number} < {upto} THEN '{value}'")
    return f"CASE {' '.join(cases)} END"


def one_of(values: tuple[str, ...], number: str) -> str:
    """SQL for one of `values`, all equally often, by the SQL `number`."""
    listed = ", ".join(f"'{value}'" for value in values)
    return f"(ARRAY[{listed}])[1 + ({number}) % {len(values)}]"


def execute(sql: str) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(sql)


def copy(row, source: str, **columns: str) -> None:
    """A copy of the saved `row` for each row of the SQL `source`, which `columns` may call `s`.

    `columns` are SQL for those that differ; the key counts on where nothing is said of it.
    """
    table = row._meta.db_table
    names = [one.column for one in row._meta.concrete_fields if one.column != "id"]
    values = {name: columns.get(name, f'pattern."{name}"') for name in names}
    if "id" in columns:
        values["id"] = columns["id"]
    listed = ", ".join(f'"{name}"' for name in values)
    execute(
        f"INSERT INTO {table} ({listed}) SELECT {', '.join(values.values())} "
        f"FROM {table} AS pattern, ({source}) AS s WHERE pattern.id = {row.pk}"
    )
    execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), max(id)) FROM {table}")
