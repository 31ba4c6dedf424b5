"""A release as its clients must read it: the rows of data/*.json with the types of datapackage.json.

Usage of every client: with-<client>.py RELEASE. HARD_CELLS, a path in the environment, lists values that were planted.
Each check is one line on stdout, `ok …` or `not ok …`; run.sh counts them.
"""

import datetime
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

RELEASE = Path(sys.argv[1]).resolve()
HARD_CELLS = json.loads(Path(os.environ["HARD_CELLS"]).read_text("utf-8")) if "HARD_CELLS" in os.environ else []

PYTHON_TYPES = {"string": str, "integer": int, "number": float, "boolean": bool, "date": datetime.date}
# The first day that Excel counts rightly; an earlier one is a text in the workbook.
FIRST_DAY_OF_EXCEL = datetime.date(1900, 3, 1)


@dataclass
class Table:
    name: str
    key: list[str]
    types: dict[str, str]
    rows: list[tuple]

    @property
    def columns(self):
        return list(self.types)

    def path(self, extension):
        return RELEASE / "data" / f"{self.name}.{extension}"


def cast(value, type_name):
    if value is None:
        return None
    return datetime.date.fromisoformat(value) if type_name == "date" else PYTHON_TYPES[type_name](value)


def load_table(resource):
    types = {field["name"]: field["type"] for field in resource["schema"]["fields"]}
    objects = json.loads((RELEASE / "data" / f"{resource['name']}.json").read_text("utf-8"))
    rows = [tuple(cast(row[column], types[column]) for column in types) for row in objects]
    return Table(resource["name"], resource["schema"]["primaryKey"], types, rows)


def day_of_workbook(value):
    """A day from a cell of the workbook: as a text only where it has to be."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, str) and datetime.date.fromisoformat(value) < FIRST_DAY_OF_EXCEL:
        return datetime.date.fromisoformat(value)
    return value


DESCRIPTOR = json.loads((RELEASE / "datapackage.json").read_text("utf-8"))
TABLES = [load_table(resource) for resource in DESCRIPTOR["resources"]]


def check(what, faults):
    """Faults are texts; there are none where all is well. What is no list is taken for whether all is well."""
    faults = list(faults) if isinstance(faults, (list, tuple, set)) else ([] if faults else ["no"])
    more = f" … {len(faults)} in all" if len(faults) > 3 else ""
    line = f"ok {what}" if not faults else f"not ok {what}: {' | '.join(map(str, faults[:3]))}{more}"
    print(line.replace("\n", "\\n"), flush=True)


def check_rows(what, table, columns, rows):
    """Same columns in the same order, same rows, and in each cell the same value of the same type."""
    rows = [tuple(row) for row in rows]
    check(f"{what}: {len(table.rows)} rows of {table.name}", [*size_faults(table, columns, rows), *cell_faults(table, rows)])
    check_hard_cells(what, table, rows)


def in_file_order(what, table, rows):
    """The rows of a sheet in the order of the file. The workbook has claims in the order in which people read them."""
    if table.name != "claims":
        return rows
    places = [table.columns.index(column) for column in ("table", "record_id", "column", *table.key)]
    read_by = [[row[place] for place in places] for row in rows]
    check(f"{what}: claims are sorted by table, record and column", read_by == sorted(read_by))
    return sorted(rows, key=lambda row: [row[table.columns.index(column)] for column in table.key])


def size_faults(table, columns, rows):
    if list(columns) != table.columns:
        yield f"columns {list(columns)}"
    if len(rows) != len(table.rows):
        yield f"{len(rows)} rows"


def cell_faults(table, rows):
    for number, (found, expected) in enumerate(zip(rows, table.rows), 1):
        for column, was, ours in zip(table.columns, found, expected):
            if type(was) is not type(ours) or was != ours:
                yield f"row {number}, {column}: {was!r} for {ours!r}"


def check_hard_cells(what, table, rows):
    """The planted values, which come from a file of their own and not from the release."""
    planted = [cell for cell in HARD_CELLS if cell["table"] == table.name]
    if not planted:
        return
    by_key = {row[table.columns.index(table.key[0])]: row for row in rows}
    faults = []
    for cell in planted:
        expected = cast(cell["value"], table.types[cell["column"]])
        found = by_key[cell["key"]][table.columns.index(cell["column"])]
        if type(found) is not type(expected) or found != expected:
            faults.append(f"{cell['key']}, {cell['column']}: {found!r} for {expected!r}")
    check(f"{what}: {len(planted)} hard values of {table.name}", faults)
