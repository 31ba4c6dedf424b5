"""LibreOffice, without its windows: opens the workbook and each CSV file, and saves what it understood as flat XML.

The CSV files are opened twice: as a careful reader does, every column as text, and as one in haste does, leaving the
kinds of cells to LibreOffice.
"""

import datetime
import subprocess
import tempfile
import xml.etree.ElementTree as xml
from pathlib import Path

from release import RELEASE, TABLES, cast, check, check_rows, day_of_workbook, in_file_order

SHEETS = {"columns": "Columns", "codelists": "Codes", "disagreements": "Disagreements"}
# Comma, quotation mark, UTF-8, from line 1, columns 1 to 99 as text, English (USA), quoted cells as others.
ALL_TEXT = f"CSV:44,34,76,1,{'/'.join(f'{column}/2' for column in range(1, 100))},1033,false,false"
# How LibreOffice keeps the boolean cells of a workbook; the file itself has none (see with-openpyxl.py).
BOOLEANS = {"of:=TRUE()", "of:=FALSE()"}

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"


def open_and_save(files, folder, *options):
    profile = (Path(folder) / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless", *options, "--convert-to", "fods"]
    subprocess.run([*command, "--outdir", folder, *map(str, files)], check=True, capture_output=True, timeout=300)


def value_of(cell):
    kind = cell.get(f"{OFFICE}value-type")
    if cell.get(f"{TABLE}formula") in BOOLEANS:
        return {"TRUE": True, "FALSE": False}[shown(cell)]
    if kind == "float":
        return float(cell.get(f"{OFFICE}value"))
    if kind == "boolean":
        return cell.get(f"{OFFICE}boolean-value") == "true"
    if kind == "date":
        return datetime.date.fromisoformat(cell.get(f"{OFFICE}date-value")[:10])
    return None if kind is None else shown(cell)


def shown(cell):
    return "\n".join(text_of(line) for line in cell.findall(f"{TEXT}p"))


def text_of(element):
    """Several spaces, tabs and line breaks are elements of their own."""
    own = {f"{TEXT}s": " " * int(element.get(f"{TEXT}c", "1")), f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
    parts = [own.get(element.tag, ""), element.text or ""]
    return "".join(parts + [text_of(child) + (child.tail or "") for child in element])


def read_sheets(path):
    """For each sheet its lines of cells, and the formulas found. A line or a cell that is repeated stands once."""
    sheets, formulas = {}, []
    for sheet in xml.parse(path).iter(f"{TABLE}table"):
        lines = []
        for line in sheet.iter(f"{TABLE}table-row"):
            cells = []
            for cell in line:
                formula = cell.get(f"{TABLE}formula")
                if formula is not None:
                    formulas.append(formula)
                cells += [cell] * min(int(cell.get(f"{TABLE}number-columns-repeated", "1")), 200)
            lines.append(cells)
        sheets[sheet.get(f"{TABLE}name")] = lines
    return sheets, formulas


def lines_of(table, lines, read):
    """As many cells and lines as the table has, and whatever more is not empty."""
    wide = len(table.types)
    values = [[read(cell) for cell in line] for line in lines]
    values = [[*line[:wide], *(value for value in line[wide:] if value not in (None, ""))] for line in values]
    while len(values) > 1 and all(value in (None, "") for value in values[-1]):
        values.pop()
    header, *rows = values
    return header, [row + [None] * (wide - len(row)) for row in rows]


def in_table_order(table, lines):
    """The columns of the table alone: the workbook has them in another order, with the words of codes between them."""
    headers = [value_of(cell) for cell in lines[0]]
    places = [headers.index(column) for column in table.columns]
    return [[line[place] for place in places if place < len(line)] for line in lines]


def typed(row, table):
    """LibreOffice has no integers; anything else keeps the kind that it was given, so that a wrong one shows."""
    return [
        int(value) if type_name == "integer" and isinstance(value, float) and value.is_integer()
        else day_of_workbook(value) if type_name == "date" else value
        for value, type_name in zip(row, table.types.values())
    ]


def from_text(row, table):
    """What stands in a CSV file, as text, cast as datapackage.json says."""
    return [
        None if cell in (None, "") else {"TRUE": True, "FALSE": False}[cell] if type_name == "boolean" else cast(cell, type_name)
        for cell, type_name in zip(row, table.types.values())
    ]


def check_workbook(scratch):
    open_and_save([RELEASE / "jnim-data.xlsx"], scratch)
    sheets, formulas = read_sheets(Path(scratch) / "jnim-data.fods")
    check("libreoffice: no formula in the workbook", sorted(set(formulas) - BOOLEANS))
    for table in TABLES:
        header, rows = lines_of(table, in_table_order(table, sheets[SHEETS.get(table.name, table.name)]), value_of)
        check_rows("libreoffice, XLSX", table, header, in_file_order("libreoffice, XLSX", table, [typed(row, table) for row in rows]))


def check_csv_as_text(scratch):
    open_and_save([table.path("csv") for table in TABLES], scratch, f"--infilter={ALL_TEXT}")
    for table in TABLES:
        sheets, formulas = read_sheets(Path(scratch) / f"{table.name}.fods")
        check(f"libreoffice: no formula in {table.name}.csv", formulas)
        header, rows = lines_of(table, sheets[table.name], value_of)
        check_rows("libreoffice, CSV as text", table, header, [from_text(row, table) for row in rows])


def check_csv_in_haste(scratch):
    open_and_save([table.path("csv") for table in TABLES], scratch)
    for table in TABLES:
        sheets, formulas = read_sheets(Path(scratch) / f"{table.name}.fods")
        check(f"libreoffice: no formula in {table.name}.csv, opened in haste", formulas)
        _, rows = lines_of(table, sheets[table.name], shown)
        check(f"libreoffice: {len(table.rows)} rows of {table.name}.csv, opened in haste", len(rows) == len(table.rows))


for check_them in (check_workbook, check_csv_as_text, check_csv_in_haste):
    with tempfile.TemporaryDirectory() as folder:
        check_them(folder)
