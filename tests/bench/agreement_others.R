# SPDX-License-Identifier: GPL-3.0-or-later
# The same as agreement_others.py by what Debian offers for R: Rscript agreement_others.R FOLDER.
folder <- commandArgs(trailingOnly = TRUE)[1]

ratings <- function(name, coders) {
  file <- file.path(folder, name)
  matrix(readBin(file, integer(), n = file.size(file), size = 1), ncol = coders, byrow = TRUE)
}

tell <- function(what, tool, run) {
  if (!requireNamespace(tool, quietly = TRUE)) {
    cat(what, tool, "-", "-\n", sep = "\t")
    return(invisible())
  }
  best <- Inf
  for (i in 1:3) {
    begin <- proc.time()[["elapsed"]]
    value <- run()
    best <- min(best, proc.time()[["elapsed"]] - begin)
  }
  cat(what, tool, sprintf("%.4g", 1000 * best), sprintf("%.12g\n", value), sep = "\t")
}

two <- ratings("ratings3", 3)[, 1:2]
tell("kappa", "psych", function() suppressWarnings(psych::cohen.kappa(two)$kappa))
tell("kappa", "vcd", function() vcd::Kappa(table(two[, 1], two[, 2]))$Unweighted[["value"]])
marks <- ratings("marks2", 2)
tell("characters", "vcd", function() vcd::Kappa(table(marks[, 1], marks[, 2]))$Unweighted[["value"]])
