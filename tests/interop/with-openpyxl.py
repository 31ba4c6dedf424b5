"""openpyxl: every sheet of the workbook, cell by cell, with the kind of cell that Excel would see."""

import datetime
import warnings

import openpyxl
from release import RELEASE, TABLES, check, check_rows, day_of_workbook, in_file_order

SHEETS = {"columns": "Columns", "codelists": "Codes", "disagreements": "Disagreements"}
KINDS = {"string": "s", "integer": "n", "number": "n", "boolean": "b", "date": "d"}

with warnings.catch_warnings(record=True) as complaints:
    warnings.simplefilter("always")
    workbook = openpyxl.load_workbook(RELEASE / "jnim-data.xlsx")


def read(cell, type_name):
    if type_name == "date":
        return day_of_workbook(cell.value)
    return float(cell.value) if type_name == "number" and cell.data_type == "n" and cell.value is not None else cell.value


def kind_faults(table, lines):
    for line in lines:
        for cell, type_name in zip(line, table.types.values(), strict=True):
            early = type_name == "date" and isinstance(read(cell, type_name), datetime.date) and cell.data_type == "s"
            if cell.value is not None and cell.data_type != KINDS[type_name] and not early:
                yield f"{cell.coordinate} is of kind {cell.data_type}"


def is_laid_out(sheet, width, height):
    last = f"{openpyxl.utils.get_column_letter(width)}{height}"
    page = sheet.page_setup
    return (sheet.freeze_panes[-1] == "2" and sheet.freeze_panes[0] != "A" and sheet.auto_filter.ref == f"A1:{last}"
            and (page.orientation, page.fitToWidth, page.fitToHeight) == ("landscape", 1, 0)
            and sheet.print_title_rows == "$1:$1")


check("openpyxl: no warning", [str(complaint.message) for complaint in complaints])
check("openpyxl: a sheet to read first, and one for each table", workbook.sheetnames[0] == "Read me" and
      set(workbook.sheetnames[1:]) == {SHEETS.get(table.name, table.name) for table in TABLES})
check("openpyxl: no cell of any sheet is a formula", [
    f"{sheet.title}!{cell.coordinate}" for sheet in workbook for line in sheet.iter_rows() for cell in line
    if cell.data_type == "f"
])
check("openpyxl: each link of Read me leads to a sheet", sorted(
    cell.hyperlink.location for line in workbook["Read me"] for cell in line if cell.hyperlink) == sorted(f"'{name}'!A1" for name in workbook.sheetnames[1:]))
check("openpyxl: one font", len({font.name for font in workbook._fonts}) == 1)
for table in TABLES:
    sheet = workbook[SHEETS.get(table.name, table.name)]
    all_columns = list(sheet.iter_cols(max_row=len(table.rows) + 1))
    by_header = {cells[0].value: cells for cells in all_columns}
    header, *lines = zip(*(by_header[column] for column in table.columns))
    check(f"openpyxl: the kinds of cells of {table.name}", list(kind_faults(table, lines)))
    check(f"openpyxl: frozen header and filter of {table.name}", is_laid_out(sheet, len(all_columns), len(table.rows) + 1))
    rows = [[read(cell, type_name) for cell, type_name in zip(line, table.types.values())] for line in lines]
    check_rows("openpyxl", table, [cell.value for cell in header], in_file_order("openpyxl", table, rows))
