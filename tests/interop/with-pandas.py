"""pandas: CSV with the types of datapackage.json, Parquet with those it carries itself."""

import pandas
from release import TABLES, check, check_rows

DTYPES = {"string": "string", "integer": "Int64", "number": "Float64", "boolean": "boolean"}
CLASSES = {**DTYPES, "date": "datetime64"}


def plain(value):
    if pandas.isna(value):
        return None
    if isinstance(value, pandas.Timestamp):
        return value.date()
    return value.item() if hasattr(value, "item") else value


def rows_of(frame):
    return list(zip(*([plain(value) for value in frame[column].array] for column in frame.columns), strict=True))


def read_csv(table):
    days = [column for column, type_name in table.types.items() if type_name == "date"]
    dtypes = {column: DTYPES[type_name] for column, type_name in table.types.items() if type_name != "date"}
    return pandas.read_csv(
        table.path("csv"), dtype=dtypes, parse_dates=days, date_format="%Y-%m-%d", keep_default_na=False, na_values=[""]
    )


for table in TABLES:
    frame = read_csv(table)
    # Without rows, pandas has nothing to tell it that a column holds days.
    check(f"pandas.read_csv: the classes of {table.name}", [
        f"{column} is {frame[column].dtype}" for column, type_name in table.types.items()
        if not (frame.empty and type_name == "date")
        and not str(frame[column].dtype).startswith(CLASSES[type_name])
    ])
    check_rows("pandas.read_csv", table, frame.columns, rows_of(frame))
    frame = pandas.read_parquet(table.path("parquet"), dtype_backend="pyarrow")
    check_rows("pandas.read_parquet", table, frame.columns, rows_of(frame))
