"""frictionless: the package is valid, and one with a planted fault is not. Reads the rows, too."""

import json
import shutil
import tempfile
from decimal import Decimal
from pathlib import Path

from frictionless import Package, system, validate
from release import RELEASE, TABLES, check, check_rows


def plain(value):
    return float(value) if isinstance(value, Decimal) else value


def faults_of(folder):
    report = validate(str(folder / "datapackage.json"))
    return [f"{task.name}: {error.type}, {error.note}" for task in report.tasks for error in task.errors] + [
        f"{error.type}, {error.note}" for error in report.errors
    ]


def plant(change):
    """The types of fault that frictionless finds in a copy of the release in which something was changed."""
    with tempfile.TemporaryDirectory() as scratch:
        copy = Path(scratch) / "copy"
        copy.mkdir()
        shutil.copy(RELEASE / "datapackage.json", copy)
        shutil.copytree(RELEASE / "data", copy / "data", ignore=shutil.ignore_patterns("*.json", "*.parquet"))
        change(copy)
        return " ".join(faults_of(copy))


def change_a_letter(copy):
    path = copy / "data" / "codelists.csv"
    path.write_text(path.read_text("utf-8").replace("e", "E", 1), "utf-8")


def forget_an_actor(copy):
    """Takes a row away and mends hash and size, so that nothing but the pointers to the row is wrong."""
    path = copy / "data" / "actors.csv"
    used = next(table for table in TABLES if table.name == "actor_names").rows[0][1]
    lines = path.read_text("utf-8").splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith(f"{used},")), "utf-8")
    descriptor = json.loads((copy / "datapackage.json").read_text("utf-8"))
    for resource in descriptor["resources"]:
        if resource["name"] == "actors":
            del resource["hash"], resource["bytes"]
    (copy / "datapackage.json").write_text(json.dumps(descriptor), "utf-8")


check("frictionless: the package is valid", faults_of(RELEASE))
check("frictionless: a changed letter is caught by its hash", "hash-count" in plant(change_a_letter))
check("frictionless: a pointer to no row is caught", "foreign-key" in plant(forget_an_actor))
with system.use_context(trusted=True):
    package = Package(str(RELEASE / "datapackage.json"))
    for table in TABLES:
        resource = package.get_resource(table.name)
        rows = [[plain(row[column]) for column in table.types] for row in resource.read_rows()]
        check_rows("frictionless", table, resource.schema.field_names, rows)
