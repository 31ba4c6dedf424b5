"""DuckDB: CSV, JSON and Parquet give the same rows and types; and the plain one-line query gives every row."""

import duckdb
from release import TABLES, check, check_rows

TYPES = {"string": "VARCHAR", "integer": "INTEGER", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"}

database = duckdb.connect()


def queries(table):
    types = str({column: TYPES[type_name] for column, type_name in table.types.items()})
    return {
        "CSV": f"FROM read_csv('{table.path('csv')}', header = true, nullstr = '', columns = {types})",
        "JSON": f"FROM read_json('{table.path('json')}', columns = {types})",
        "Parquet": f"FROM '{table.path('parquet')}'",
    }


for table in TABLES:
    for form, query in queries(table).items():
        result = database.sql(query)
        check(f"duckdb: the types of {table.name} in {form}", [
            f"{column} is {found}" for column, found in zip(result.columns, result.types)
            if str(found) != TYPES[table.types[column]]
        ])
        check_rows(f"duckdb, {form}", table, result.columns, result.fetchall())
    # What is typed in haste, with the types left to guess: no row is lost, and no column of another name.
    for extension in ("csv", "json", "parquet"):
        result = database.sql(f"FROM '{table.path(extension)}'")
        check(f"duckdb: FROM '{table.name}.{extension}' gives every row", [] if len(result.fetchall()) == len(table.rows)
              and (result.columns == table.columns or (extension == "json" and not table.rows)) else [result.columns])
