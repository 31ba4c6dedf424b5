"""SQLite: every table, its keys and its views. A boolean is 1 or 0 and a day is a text, for SQLite has no other."""

import sqlite3

from release import RELEASE, TABLES, cast, check, check_rows

AFFINITIES = {"string": "text", "integer": "integer", "number": "real", "boolean": "integer", "date": "text"}

database = sqlite3.connect(f"file:{RELEASE / 'jnim-data.sqlite'}?mode=ro", uri=True)
database.execute("PRAGMA foreign_keys = ON")


def read(value, type_name):
    return None if value is None else cast(value, type_name) if type_name in ("date", "boolean") else value


check("sqlite3: the file is sound", database.execute("PRAGMA integrity_check").fetchall() == [("ok",)])
check("sqlite3: every key points to a row", database.execute("PRAGMA foreign_key_check").fetchall())
for table in TABLES:
    columns = database.execute(f'PRAGMA table_info("{table.name}")').fetchall()
    check(f"sqlite3: the types of {table.name}", [
        f"{name} is {declared}" for _, name, declared, *_ in columns
        if declared.lower() != AFFINITIES[table.types[name]]
    ])
    key = [table.columns.index(column) for column in table.key]
    by_key = {tuple(row[at] for at in key): row for row in database.execute(f'SELECT * FROM "{table.name}"')}
    rows = [
        [read(value, type_name) for value, type_name in zip(by_key.pop(tuple(row[at] for at in key), ()), table.types.values())]
        for row in table.rows
    ]
    check_rows("sqlite3", table, [name for _, name, *_ in columns], rows)
    check(f"sqlite3: no row more in {table.name}", list(by_key))

    if "agreement" in table.types:
        view = database.execute(f'SELECT count(*), count(DISTINCT record_id) FROM "{table.name}_sentences"').fetchone()
        of_table = database.execute('SELECT count(*) FROM evidence WHERE "table" = ?', (table.name,)).fetchone()
        check(f"sqlite3: the sentences of {table.name}", view == (*of_table, len(table.rows)))
