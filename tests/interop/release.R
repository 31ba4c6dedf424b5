# What R's readers are held against: the rows of data/*.json with the types of datapackage.json.
#
# Usage of every client: with-<client>.R RELEASE, with HARD_CELLS in the environment; see release.py, which is
# the same in Python.

arguments <- commandArgs(TRUE)
release <- normalizePath(arguments[1])
hard_cells <- jsonlite::fromJSON(Sys.getenv("HARD_CELLS", "[]"), simplifyVector = FALSE)
options(warn = 2) # A warning of a reader is a fault.

empty_as_na <- function(values) vapply(values, function(value) if (is.null(value)) NA_character_ else as.character(value), "")

casts <- list(
  string = identity,
  integer = as.integer,
  number = as.numeric,
  boolean = as.logical,
  date = function(texts) as.Date(texts, format = "%Y-%m-%d")
)

load_table <- function(resource) {
  types <- vapply(resource$schema$fields, `[[`, "", "type")
  names(types) <- vapply(resource$schema$fields, `[[`, "", "name")
  path <- file.path(release, "data", paste0(resource$name, ".json"))
  # Numbers keep all their digits.
  objects <- jsonlite::fromJSON(path, simplifyVector = FALSE)
  rows <- lapply(names(types), function(column) {
    values <- lapply(objects, `[[`, column)
    if (types[[column]] == "number") return(vapply(values, function(value) if (is.null(value)) NA_real_ else as.numeric(value), 0))
    casts[[types[[column]]]](empty_as_na(values))
  })
  names(rows) <- names(types)
  list(name = resource$name, key = resource$schema$primaryKey[[1]], types = types, count = length(objects), rows = rows)
}

descriptor <- jsonlite::fromJSON(file.path(release, "datapackage.json"), simplifyVector = FALSE)
tables <- lapply(descriptor$resources, load_table)
path_of <- function(table, extension) file.path(release, "data", paste0(table$name, ".", extension))

check <- function(what, faults = character()) {
  more <- if (length(faults) > 3) paste(" ...", length(faults), "in all") else ""
  line <- if (length(faults) == 0) paste("ok", what) else
    paste0("not ok ", what, ": ", paste(head(faults, 3), collapse = " | "), more)
  cat(gsub("\n", "\\\\n", line), "\n", sep = "")
}

classes <- c(string = "character", integer = "integer", number = "numeric", boolean = "logical", date = "Date")

# Same columns in the same order, same rows, right classes, and in each cell the same value.
check_rows <- function(what, table, frame) {
  faults <- character()
  if (!identical(names(frame), names(table$types))) faults <- c(faults, paste("columns", paste(names(frame), collapse = ", ")))
  if (nrow(frame) != table$count) faults <- c(faults, paste(nrow(frame), "rows"))
  if (length(faults) == 0) faults <- unlist(lapply(names(table$types), function(column) column_faults(table, column, frame[[column]])))
  check(paste0(what, ": ", table$count, " rows of ", table$name), faults)
  check_hard_cells(what, table, frame)
}

column_faults <- function(table, column, found) {
  expected <- table$rows[[column]]
  class_wanted <- classes[[table$types[[column]]]]
  if (!inherits(found, class_wanted) && !(class_wanted == "numeric" && is.numeric(found))) {
    return(paste(column, "is", class(found)[[1]]))
  }
  if (is.character(expected)) found <- enc2utf8(as.character(found))
  differs <- which(is.na(found) != is.na(expected) | (!is.na(found) & !is.na(expected) & found != expected))
  sprintf("row %d, %s: %s for %s", differs, rep(column, length(differs)), found[differs], expected[differs])
}

# The planted values, which come from a file of their own and not from the release.
check_hard_cells <- function(what, table, frame) {
  planted <- Filter(function(cell) cell$table == table$name, hard_cells)
  if (length(planted) == 0) return(invisible())
  faults <- unlist(lapply(planted, function(cell) {
    found <- frame[[cell$column]][match(cell$key, frame[[table$key]])]
    expected <- if (is.null(cell$value)) NA else casts[[table$types[[cell$column]]]](cell$value)
    same <- if (is.na(expected)) is.na(found) else identical(format(found, digits = 17), format(expected, digits = 17)) && found == expected
    if (isTRUE(same)) NULL else paste0(cell$key, ", ", cell$column, ": ", found, " for ", expected)
  }))
  check(paste0(what, ": ", length(planted), " hard values of ", table$name), faults)
}

