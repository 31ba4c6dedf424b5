"""Python's csv module, which knows no types: each cell is cast as datapackage.json says."""

import csv

from release import TABLES, cast, check_rows


def read(cell, type_name):
    if cell == "":
        return None
    return {"TRUE": True, "FALSE": False}[cell] if type_name == "boolean" else cast(cell, type_name)


for table in TABLES:
    with table.path("csv").open(newline="", encoding="utf-8") as file:
        header, *lines = csv.reader(file, strict=True)
    rows = [[read(cell, table.types[column]) for column, cell in zip(header, line, strict=True)] for line in lines]
    check_rows("csv", table, header, rows)
