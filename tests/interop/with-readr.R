# readr: the classes of datapackage.json as its letters, and no parsing problem.
source("release.R", encoding = "UTF-8")
letters_of_readr <- c(string = "c", integer = "i", number = "d", boolean = "l", date = "D")

for (table in tables) {
  frame <- readr::read_csv(path_of(table, "csv"), col_types = paste(letters_of_readr[table$types], collapse = ""),
                           na = "", trim_ws = FALSE, lazy = FALSE, progress = FALSE)
  check(paste0("readr: no problem in ", table$name), unlist(readr::problems(frame)$actual))
  check_rows("readr", table, frame)
}
