"""csvw: csv-metadata.json is valid CSV on the Web, and the tables are as it says, keys and pointers too."""

import datetime
from decimal import Decimal

from csvw import TableGroup
from csvw.metadata import CSVW
from release import RELEASE, TABLES, check, check_rows


def plain(value):
    if isinstance(value, list):
        return "; ".join(value) or None
    if isinstance(value, datetime.datetime):
        return value.date()
    return float(value) if isinstance(value, Decimal) else value


# Not strict: where strict, csvw takes an empty cell for a pointer to nowhere, and ours are empty where nothing is known.
described = CSVW(str(RELEASE / "csv-metadata.json"), validate=True, strict=False)
is_valid = described.is_valid
faults = [str(one.message) for one in described.warnings]
check("csvw: the description is valid, and the tables are as it says", faults or ([] if is_valid else ["not valid"]))

group = TableGroup.from_file(RELEASE / "csv-metadata.json")
found = {table.local_name: table for table in group.tables}
for table in TABLES:
    rows = [[plain(value) for value in row.values()] for row in found[f"data/{table.name}.csv"].iterdicts()]
    columns = [column.header for column in found[f"data/{table.name}.csv"].tableSchema.columns]
    check_rows("csvw", table, columns, rows)
