# jsonlite: each JSON file as a data frame, with the classes that its values have.
source("release.R", encoding = "UTF-8")

# A column without any value is of class logical, whatever it could hold.
as_its_class <- function(values, type) {
  if (all(is.na(values)) || type == "date") casts[[type]](as.character(values)) else values
}

for (table in tables) {
  frame <- jsonlite::fromJSON(path_of(table, "json"))
  if (table$count == 0) {
    check(paste0("jsonlite: 0 rows of ", table$name), if (length(frame) > 0) "rows")
    next
  }
  for (column in names(table$types)) frame[[column]] <- as_its_class(frame[[column]], table$types[[column]])
  check_rows("jsonlite", table, frame)
}
