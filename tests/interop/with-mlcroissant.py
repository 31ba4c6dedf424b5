"""mlcroissant: loads and validates croissant.json, checks the hashes, and reads the records of each record set."""

import datetime

import mlcroissant
import pandas
from release import RELEASE, TABLES, check, check_rows


def plain(value, type_name):
    if value is None or pandas.isna(value):
        return None
    if isinstance(value, bytes):
        return value.decode("utf-8")
    if type_name == "date":
        return value.date() if isinstance(value, datetime.datetime) else value
    return value.item() if hasattr(value, "item") else value


dataset = mlcroissant.Dataset(jsonld=RELEASE / "croissant.json")
issues = dataset.metadata.ctx.issues
check("mlcroissant: no error and no warning", [*issues.errors, *issues.warnings])
check("mlcroissant: a record set for each table", {one.id for one in dataset.metadata.record_sets} == {table.name for table in TABLES})
for table in TABLES:
    records = list(dataset.records(record_set=table.name))
    rows = [
        [plain(record[f"{table.name}/{column}"], type_name) for column, type_name in table.types.items()]
        for record in records
    ]
    check_rows("mlcroissant", table, table.columns, rows)
