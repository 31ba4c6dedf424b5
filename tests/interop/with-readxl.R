# readxl: each sheet of the workbook with the kinds of its columns.
source("release.R", encoding = "UTF-8")
sheets <- c(columns = "Columns", codelists = "Codes", disagreements = "Disagreements")
kinds <- c(string = "text", integer = "numeric", number = "numeric", boolean = "logical", date = "date")
workbook <- file.path(release, "jnim-data.xlsx")

# A day before March 1900 is a text in the workbook, for Excel does not count it: such a column is read cell by cell.
has_early_days <- function(table, column) {
  table$types[[column]] == "date" && any(table$rows[[column]] < as.Date("1900-03-01"), na.rm = TRUE)
}
to_day <- function(cells) if (is.list(cells)) do.call(c, lapply(cells, as.Date)) else as.Date(cells)

for (table in tables) {
  columns <- names(table$types)
  col_types <- ifelse(vapply(columns, has_early_days, NA, table = table), "list", kinds[table$types])
  sheet <- if (table$name %in% names(sheets)) sheets[[table$name]] else table$name
  # The workbook has the columns in another order, with the words of codes between them.
  headers <- names(readxl::read_excel(workbook, sheet = sheet, n_max = 0))
  all_types <- ifelse(headers %in% columns, col_types[match(headers, columns)], "text")
  frame <- as.data.frame(readxl::read_excel(workbook, sheet = sheet, col_types = all_types, na = "", trim_ws = FALSE))[columns]
  for (column in columns[table$types == "date"]) frame[[column]] <- to_day(frame[[column]])
  for (column in columns[table$types == "integer"]) frame[[column]] <- as.integer(frame[[column]])
  # The workbook has claims in the order in which people read them.
  if (table$name == "claims") frame <- frame[order(frame$claim_id, method = "radix"), ]
  check_rows("readxl", table, frame)
}
