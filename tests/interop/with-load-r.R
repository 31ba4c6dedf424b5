# load.R, from the folder and from an address: with-load-r.R RELEASE ADDRESS
source("release.R", encoding = "UTF-8")

check_loaded <- function(what, loaded) {
  check(paste0(what, ": a list of the tables, with the version"),
        if (!identical(names(loaded), vapply(tables, `[[`, "", "name")) || attr(loaded, "version") != descriptor$version) "no")
  for (table in tables) {
    frame <- loaded[[table$name]]
    is_factor <- vapply(frame, is.factor, NA)
    coded <- vapply(descriptor$resources[[match(table$name, names(loaded))]]$schema$fields, function(field) !is.null(field$categories), NA)
    check(paste0(what, ": the codes of ", table$name, " are factors with labels"),
          names(frame)[is_factor != coded | (coded & !vapply(frame, function(column) !is.null(attr(column, "labels")), NA))])
    check(paste0(what, ": each column of ", table$name, " says what it is"),
          names(frame)[!vapply(frame, function(column) is.character(attr(column, "label")), NA)])
    frame[is_factor] <- lapply(frame[is_factor], as.character)
    frame[] <- lapply(frame, function(column) structure(column, label = NULL, labels = NULL))
    check_rows(what, table, frame)
  }
}

address <- paste0(arguments[2], "/load.R")
quietly <- function(expression) suppressMessages(expression)
check_loaded("load.R of the folder", quietly(source(file.path(release, "load.R"))$value))
check_loaded("load.R of an address", quietly(source(address)$value))
check_loaded("load.R of a connection", quietly(source(url(address))$value))
