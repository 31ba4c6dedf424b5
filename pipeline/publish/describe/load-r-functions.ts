/** The part of `load.R` that is the same in every release. */
export const loadRFunctions = `  # Where this script was sourced from. If R cannot find out, set options(jnim.data.base = "...").
  is_address <- function(path) grepl("^[a-z]+://", path)
  # The call of source or sys.source that evaluates this script; NULL if it is Rscript that does.
  sourcing <- NULL
  for (n in seq_len(sys.nframe())) {
    is_sys <- identical(sys.function(n), base::sys.source)
    if (is_sys || identical(sys.function(n), base::source)) sourcing <- list(frame = sys.frame(n), is_sys = is_sys)
  }
  here <- function() {
    frame <- sourcing$frame
    file <- if (!is.null(frame)) get(if (sourcing$is_sys) "file" else "ofile", envir = frame, inherits = FALSE)
    # With chdir = TRUE, R is in the folder of the script already.
    if (is.character(file) && !is_address(file) && isTRUE(get("chdir", envir = frame))) return(getwd())
    if (inherits(file, c("url", "file"))) file <- summary(file)$description
    if (is.character(file)) return(dirname(file))
    script <- grep("^--file=", commandArgs(FALSE), value = TRUE)
    if (length(script) > 0) return(dirname(gsub("~+~", " ", sub("^--file=", "", script[1]), fixed = TRUE)))
    getwd()
  }
  base <- sub("/+$", "", getOption("jnim.data.base", here()))
  is_remote <- is_address(base)

  # SHA-256 of a file, or NA if R cannot compute it: that needs R 4.5 or the package digest.
  sha256 <- function(path) {
    if (exists("sha256sum", envir = asNamespace("tools"), inherits = FALSE)) {
      return(unname(get("sha256sum", envir = asNamespace("tools"))(path)))
    }
    if (requireNamespace("digest", quietly = TRUE)) return(digest::digest(path, algo = "sha256", file = TRUE))
    NA_character_
  }

  fetch <- function(path) {
    if (!is_remote) return(file.path(base, path))
    copy <- tempfile(fileext = ".csv")
    utils::download.file(paste0(base, "/", path), copy, mode = "wb", quiet = TRUE)
    copy
  }

  read_table <- function(name) {
    table <- tables[[name]]
    path <- fetch(paste0("data/", name, ".csv"))
    if (is_remote) on.exit(unlink(path))
    found <- sha256(path)
    if (!is.na(found) && found != table$sha256) {
      stop("data/", name, ".csv is not the file of version ", version, ": its SHA-256 is ", found, call. = FALSE)
    }
    rows <- utils::read.csv(path, colClasses = unname(table$classes), na.strings = "", encoding = "UTF-8",
                            check.names = FALSE, stringsAsFactors = FALSE)
    stopifnot(identical(names(rows), names(table$classes)))
    for (column in names(table$codes)) {
      labels <- codes[[table$codes[[column]]]]
      rows[[column]] <- factor(rows[[column]], levels = names(labels))
      attr(rows[[column]], "labels") <- labels
    }
    for (column in names(table$lists)) attr(rows[[column]], "labels") <- codes[[table$lists[[column]]]]
    for (column in names(rows)) attr(rows[[column]], "label") <- table$labels[[column]]
    attr(rows, "label") <- table$title
    rows
  }

  if (is.na(sha256(fetch(paste0("data/", names(tables)[[1]], ".csv"))))) {
    message("SHA-256 was not checked. To check it, use R 4.5 or install the package digest.")
  }
  data <- lapply(stats::setNames(nm = names(tables)), read_table)
  attr(data, "version") <- version
  attr(data, "citation") <- do.call(utils::bibentry, citation)

  # What is rarely needed is kept out of the way, in an attribute.
  attr(data, "helpers") <- list(
    # Codes in words. A part of a column has lost its labels, and then needs the name of the column: "events.event_type".
    labelled = function(values, column = NULL) {
      at <- if (is.null(column)) NULL else strsplit(column, ".", fixed = TRUE)[[1]]
      labels <- attr(if (is.null(at)) values else data[[at[1]]][[at[2]]], "labels")
      if (is.null(labels)) stop("Name a column of codes: labelled(values, 'events.event_type').", call. = FALSE)
      if (is.factor(values)) return(factor(unname(labels[as.character(values)]), levels = unname(labels)))
      vapply(strsplit(as.character(values), "; ", fixed = TRUE), function(items) {
        if (anyNA(items)) NA_character_ else paste(labels[items], collapse = "; ")
      }, "")
    },
    # The items of each cell of a list column, as a list of character vectors.
    split_list = function(values) lapply(strsplit(as.character(values), "; ", fixed = TRUE), function(items) items[!is.na(items)])
  )
  class(data) <- "jnim_data"

  registerS3method("print", "jnim_data", envir = baseenv(), method = function(x, ...) {
    rows <- vapply(x, nrow, 0L)
    titles <- vapply(x, attr, "", "label")
    cat(sprintf("jnim-data %s: %d tables\\n\\n", attr(x, "version"), length(x)))
    cat(sprintf("  $%-28s %6d rows  %s\\n", names(x), rows, titles), sep = "")
    cat("\\nIf this is in the variable jnim:",
        "  jnim$events                                           a table, as a data frame",
        "  attr(jnim$events$date, 'label')                       what a column is; CODEBOOK.md says more",
        "  helpers <- attr(jnim, 'helpers')",
        "  helpers$labelled(jnim$events$event_type)              codes in words",
        "  helpers$split_list(jnim$events$source_ids)            the items of a list",
        "  toBibtex(attr(jnim, 'citation'))                      the citation, for BibTeX",
        "", paste("Cite as:", attr(unclass(attr(x, "citation"))[[1]], "textVersion")), sep = "\\n")
    invisible(x)
  })

  # sys.source returns no value, so the data go where it evaluates the script.
  if (isTRUE(sourcing$is_sys)) assign("jnim", data, envir = parent.env(environment()))
  data`;
