# data.table: fread with the classes of datapackage.json.
source("release.R", encoding = "UTF-8")

# fread leaves a doubled quotation mark doubled, and makes days of its own class IDate of a column that is a Date.
undouble <- function(values) if (is.character(values)) gsub('""', '"', values, fixed = TRUE) else values

for (table in tables) {
  frame <- data.table::fread(path_of(table, "csv"), colClasses = unname(classes[table$types]), na.strings = "",
                             encoding = "UTF-8", strip.white = FALSE, data.table = FALSE)
  frame[] <- lapply(frame, undouble)
  check_rows("data.table", table, frame)
}
