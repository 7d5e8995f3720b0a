# The list of tests/bench/analysis.ts in netdiffuseR; prints "cpu <seconds>", or fails where the package is missing.
suppressPackageStartupMessages({
  library(netdiffuseR)
  library(Matrix)
})
words <- commandArgs(trailingOnly = TRUE)
toa <- read.csv(file.path(words[1], "toa.csv"))$toa
ties <- read.csv(file.path(words[1], "ties.csv"))
periods <- as.integer(words[2])
adjacency <- sparseMatrix(ties$i, ties$j, x = 1, dims = rep(length(toa), 2))
ids <- as.character(seq_along(toa))
dimnames(adjacency) <- list(ids, ids)
spread <- new_diffnet(rep(list(adjacency), periods), toa = toa, t0 = 1L, t1 = periods)
weights <- adjacency / pmax(rowSums(adjacency), 1)

start <- proc.time()
invisible(exposure(spread))
invisible(threshold(spread))
invisible(infection(spread))
set.seed(1)
for (period in seq_len(periods)) {
  adopted <- as.numeric(!is.na(toa) & toa <= period)
  for (shuffle in 0:999) invisible(moran(if (shuffle == 0) adopted else sample(adopted), weights))
}
spent <- proc.time() - start
cat(sprintf("cpu %.6f\n", sum(spent[c("user.self", "sys.self")])))
