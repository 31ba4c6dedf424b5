"""pyarrow: Parquet with the types it carries, CSV with those of datapackage.json."""

import pyarrow
import pyarrow.csv
import pyarrow.parquet
from release import TABLES, check, check_rows

PARQUET_TYPES = {"string": "string", "integer": "int32", "number": "double", "boolean": "bool", "date": "date32[day]"}
CSV_TYPES = {
    "string": pyarrow.string(),
    "integer": pyarrow.int64(),
    "number": pyarrow.float64(),
    "boolean": pyarrow.bool_(),
    "date": pyarrow.date32(),
}


def read_csv(table):
    return pyarrow.csv.read_csv(
        table.path("csv"),
        parse_options=pyarrow.csv.ParseOptions(newlines_in_values=True),
        convert_options=pyarrow.csv.ConvertOptions(
            column_types={column: CSV_TYPES[type_name] for column, type_name in table.types.items()},
            null_values=[""],
            strings_can_be_null=True,
            true_values=["TRUE"],
            false_values=["FALSE"],
        ),
    )


def rows_of(read):
    return zip(*(column.to_pylist() for column in read.columns))


for table in TABLES:
    read = pyarrow.parquet.read_table(table.path("parquet"))
    check(f"pyarrow.parquet: the types of {table.name}", [
        f"{field.name} is {field.type}" for field in read.schema if str(field.type) != PARQUET_TYPES[table.types[field.name]]
    ])
    check_rows("pyarrow.parquet", table, read.column_names, rows_of(read))
    read = read_csv(table)
    check_rows("pyarrow.csv", table, read.column_names, rows_of(read))
