/** The part of `load.R` that is the same in every release. */
export const loadRFunctions = `  # Where this script was sourced from. If R cannot find out, set options(jnim.data.base = "...").
  here <- function() {
    for (frame in rev(sys.frames())) {
      file <- get0("ofile", envir = frame, inherits = FALSE)
      if (inherits(file, c("url", "file"))) file <- summary(file)$description
      if (is.character(file)) return(dirname(file))
    }
    script <- grep("^--file=", commandArgs(FALSE), value = TRUE)
    if (length(script) > 0) return(dirname(gsub("~+~", " ", sub("^--file=", "", script[1]), fixed = TRUE)))
    getwd()
  }
  base <- sub("/+$", "", getOption("jnim.data.base", here()))
  is_remote <- grepl("^[a-z]+://", base)

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
    for (column in names(rows)) attr(rows[[column]], "label") <- table$labels[[column]]
    attr(rows, "label") <- table$title
    rows
  }

  if (is.na(sha256(fetch(paste0("data/", names(tables)[[1]], ".csv"))))) {
    message("SHA-256 was not checked. To check it, use R 4.5 or install the package digest.")
  }
  data <- lapply(stats::setNames(nm = names(tables)), read_table)
  attr(data, "version") <- version
  invisible(data)`;
