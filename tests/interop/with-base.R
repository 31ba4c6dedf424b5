# Base R: read.csv with the classes of datapackage.json.
source("release.R", encoding = "UTF-8")

for (table in tables) {
  frame <- read.csv(path_of(table, "csv"), colClasses = unname(classes[table$types]), na.strings = "", encoding = "UTF-8",
                    check.names = FALSE)
  check_rows("read.csv", table, frame)
}
