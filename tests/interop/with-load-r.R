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

texts_of <- function(expression) paste(utils::capture.output(expression), collapse = "\n")

check_helpers <- function(loaded) {
  helpers <- attr(loaded, "helpers")
  overview <- texts_of(print(loaded))
  lines <- length(strsplit(overview, "\n")[[1]])
  check("load.R: an overview of all tables, not their rows", c(
    if (lines > length(tables) + 20) paste(lines, "lines"),
    names(loaded)[!vapply(names(loaded), grepl, NA, overview, fixed = TRUE)],
    if (!grepl(descriptor$version, overview, fixed = TRUE) || !grepl("Cite as:", overview, fixed = TRUE)) "no version or citation"))
  bibtex <- texts_of(print(utils::toBibtex(attr(loaded, "citation"))))
  check("load.R: a citation with the version", if (!grepl(descriptor$version, bibtex, fixed = TRUE)) bibtex)
  events <- loaded$events
  first <- as.character(events$event_type[1])
  label <- loaded$codelists$label[loaded$codelists$codelist == "event_type" & loaded$codelists$code == first]
  check("load.R: the words of codes, also of a part of a column, by helper", c(
    if (!identical(as.character(helpers$labelled(events$event_type))[1], label)) "whole",
    if (!identical(as.character(helpers$labelled(events[1, ]$event_type, "events.event_type")), label)) "part",
    if (!inherits(try(helpers$labelled(events$location), silent = TRUE), "try-error")) "no codes"))
  targets <- c(loaded$economic_warfare_incidents$targets, loaded$economic_warfare_patterns$targets)
  words <- helpers$labelled(targets, "economic_warfare_patterns.targets")
  check("load.R: the words of lists of codes", if (!identical(is.na(words), is.na(targets)) || any(grepl("NA", words))) "no")
  items <- helpers$split_list(events$source_ids)
  check("load.R: the items of lists", c(
    if (length(items) != nrow(events)) "another number of cells",
    setdiff(unlist(items), loaded$source_provenance$source_id),
    if (!identical(helpers$split_list(c(NA, "a; b")), list(character(), c("a", "b")))) "an empty cell"))
}

# In another folder than that of the release, by a path that is relative to it.
check_ways <- function() {
  old <- setwd(dirname(release))
  on.exit(setwd(old))
  path <- file.path(basename(release), "load.R")
  version_of <- function(loaded) if (!identical(attr(loaded, "version"), descriptor$version)) "no"
  check("load.R: with chdir = TRUE", version_of(quietly(source(path, chdir = TRUE)$value)))
  for (chdir in c(FALSE, TRUE)) {
    into <- new.env()
    quietly(sys.source(path, envir = into, chdir = chdir))
    check(paste("load.R: with sys.source, chdir =", chdir), version_of(into$jnim))
  }
  script <- tempfile(fileext = ".R")
  writeLines(sprintf("sys.source('%s', envir = into)", path), script)
  into <- new.env()
  quietly(source(script, local = TRUE))
  check("load.R: with sys.source, in a script that is sourced from another folder", version_of(into$jnim))
  check("load.R: source makes no variable", {
    into <- new.env()
    quietly(source(path, local = into))
    ls(into)
  })
  printed <- system2(file.path(R.home("bin"), "Rscript"), shQuote(path), stdout = TRUE, stderr = FALSE)
  check("load.R: with Rscript, an overview", if (length(printed) > length(tables) + 20 || !any(grepl("Cite as:", printed))) printed)
}

address <- paste0(arguments[2], "/load.R")
quietly <- function(expression) suppressMessages(expression)
check_helpers(quietly(source(file.path(release, "load.R"))$value))
check_ways()
check_loaded("load.R of the folder", quietly(source(file.path(release, "load.R"))$value))
check_loaded("load.R of an address", quietly(source(address)$value))
check_loaded("load.R of a connection", quietly(source(url(address))$value))
