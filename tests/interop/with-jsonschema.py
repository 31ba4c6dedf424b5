"""jsonschema: every row against the JSON Schema of its table, and rows with a planted fault against the same."""

import json

from jsonschema import Draft202012Validator
from release import TABLES, check

for table in TABLES:
    schema = json.loads(table.path("schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    rows = json.loads(table.path("json").read_text("utf-8"))
    check(f"jsonschema: {len(rows)} rows of {table.name} are valid", [
        f"row {number}: {error.message}" for number, row in enumerate(rows, 1) for error in validator.iter_errors(row)
    ])
    if rows:
        planted = {
            "a column more": {**rows[0], "more": 1},
            "a column less": {column: value for column, value in list(rows[0].items())[1:]},
            "no key": {**rows[0], table.key[0]: None},
            **{f"no day in {column}": {**rows[0], column: "2018-41"} for column in table.types if table.types[column] == "date"},
        }
        check(f"jsonschema: {len(planted)} planted faults of {table.name} are caught", [
            what for what, row in planted.items() if validator.is_valid(row)
        ])
