/** What the R script must know about a bundle. */
export interface ScriptFacts {
	/** Labels of the first and last period. */
	first: number;
	last: number;
	/** Files of ties with the name of each network. */
	networks: readonly { file: string; name: string }[];
	/** Column of `nodes.csv` that groups are compared by; null for none. */
	groupColumn: string | null;
	permutations: number;
	seed: number;
}

/** Text as R reads it between double quotes. */
function quoted(text: string): string {
	return `"${text
		.replaceAll('\\', '\\\\')
		.replaceAll('"', '\\"')
		.replace(/[\r\n]+/g, ' ')}"`;
}

/**
 * An R script that rebuilds the main results of a bundle with survival, spdep and, where it is installed,
 * netdiffuseR, sets them beside ours, and says where those packages differ by convention.
 */
export function researchScript(facts: ScriptFacts): string {
	return [
		opening(facts),
		CURVE,
		SURVIVAL,
		facts.groupColumn === null ? '' : groupTest(facts.groupColumn),
		TIES,
		HAZARD,
		BESIDE_OURS
	]
		.filter((part) => part !== '')
		.join('\n');
}

function opening({ first, last, seed, permutations, networks }: ScriptFacts): string {
	const files = networks.map(({ file, name }) => `  ${quoted(file)} = ${quoted(name)}`).join(',\n');
	return `# Rebuilds the main results of this bundle. Run it in the folder of the bundle:
#   Rscript rebuild.R
# Packages: install.packages(c("survival", "spdep", "Matrix"))
# If installed, also used: netdiffuseR (exposure as it defines it), jsonlite (our results beside these).

suppressPackageStartupMessages({
  library(Matrix)
  library(survival)
  library(spdep)
})
set.ZeroPolicyOption(TRUE)

first <- ${first}
last <- ${last}
seed <- ${seed}
permutations <- ${permutations}
networks <- c(
${files}
)

text_columns <- c("id", "toa_bound", "kind", "type", "region", "nation")
header <- names(read.csv("nodes.csv", nrows = 1))
classes <- ifelse(header %in% text_columns, "character", NA)
nodes <- read.csv("nodes.csv", colClasses = classes, na.strings = "", encoding = "UTF-8")
n <- nrow(nodes)
has_toa <- !is.na(nodes$toa)
known <- has_toa & nodes$toa_bound == "on"
within <- known & nodes$toa >= first & nodes$toa <= last
entered <- ifelse(is.na(nodes$founded), first, pmax(nodes$founded, first))
left <- ifelse(is.na(nodes$closed), last + 1, pmin(nodes$closed, last + 1))
stopped <- ifelse(is.na(nodes$ended), last + 1, pmin(nodes$ended, last + 1))
periods <- first:last
exists_in <- function(t) entered <= t & t < left
# Those who adopted "by" a date are adopters from that date on, though they never were at risk.
adopter_in <- function(t) has_toa & nodes$toa <= t & t < stopped & exists_in(t)
at_risk_in <- function(t) exists_in(t) & (!has_toa | nodes$toa > last | (known & nodes$toa >= t))
`;
}

const CURVE = `# --- Curve and hazard, with a risk set that bodies enter when founded and leave when closed.
curve <- data.frame(
  period = periods,
  existing = sapply(periods, function(t) sum(exists_in(t))),
  at_risk = sapply(periods, function(t) sum(at_risk_in(t))),
  adopting = sapply(periods, function(t) sum(within & nodes$toa == t))
)
curve$hazard <- ifelse(curve$period == first | curve$at_risk == 0, NA, curve$adopting / curve$at_risk)
cat("\\nCurve and hazard\\n"); print(curve)
`;

const SURVIVAL = `# --- Survival: who adopted "by" a date has no known time and is left out.
at_start <- has_toa & nodes$toa <= last & (nodes$toa_bound != "on" | nodes$toa < first)
rows <- which(!at_start & left > entered)
event <- within[rows]
time <- ifelse(event, nodes$toa[rows] - first + 1, left[rows] - first)
entry <- entered[rows] - first
km <- survfit(Surv(entry, time, event) ~ 1)
cat("\\nSurvival\\n"); print(summary(km)$table)
`;

function groupTest(column: string): string {
	return `# survdiff takes no late entry: bodies founded later are left out of this test, and only of this one.
group <- nodes[[${quoted(column)}]][rows]
big <- group %in% names(which(table(group) >= 5))
here <- big & entry == 0
if (length(unique(group[here])) > 1 && any(event[here])) {
  cat("\\nLog-rank by group (groups of five and more, bodies there from the start)\\n")
  print(survdiff(Surv(time[here], event[here]) ~ group[here]))
}
`;
}

const TIES = `# --- Each network: exposure and Moran's I. A column "time" holds the ties of each period; without it they always held.
read_ties <- function(file) {
  edges <- read.csv(file, colClasses = c(source = "character", target = "character"), na.strings = "", encoding = "UTF-8")
  matrix_of <- function(part) sparseMatrix(
    i = match(part$source, nodes$id), j = match(part$target, nodes$id),
    x = as.numeric(part$weight), dims = c(n, n), dimnames = list(nodes$id, nodes$id))
  if (!"time" %in% names(edges)) { all <- matrix_of(edges); return(function(t) all) }
  slices <- lapply(periods, function(t) matrix_of(edges[edges$time == t, ]))
  function(t) slices[[t - first + 1]]
}
ties <- lapply(names(networks), read_ties)
names(ties) <- names(networks)

# Share of a body's existing contacts that had adopted; none for bodies without contacts.
exposure_in <- function(W, t) {
  contacts <- as.numeric(W %*% as.numeric(exists_in(t)))
  ifelse(exists_in(t) & contacts > 0, as.numeric(W %*% as.numeric(adopter_in(t))) / contacts, NA)
}
exposures <- lapply(ties, function(at) sapply(periods, function(t) mean(exposure_in(at(t), t), na.rm = TRUE)))
morans <- lapply(ties, function(at) NA_real_)
# Pairs tied at the end, each once, among the bodies that exist then.
pairs <- lapply(ties, function(at) {
  present <- exists_in(last)
  W <- at(last)[present, present, drop = FALSE]
  sum((W + Matrix::t(W)) > 0) / 2
})

for (file in names(networks)) {
  cat("\\n===", networks[[file]], "===\\n")
  cat("Mean exposure by period, over bodies with contacts\\n")
  print(round(setNames(exposures[[file]], periods), 4))

  # Moran's I of having adopted at the end of the period, row-standardised.
  present <- exists_in(last)
  W <- ties[[file]](last)[present, present, drop = FALSE]
  has <- as.numeric(adopter_in(last)[present])
  if (length(unique(has)) > 1 && length(W@x) > 0) {
    sums <- Matrix::rowSums(W)
    lw <- mat2listw(Diagonal(x = ifelse(sums > 0, 1 / sums, 0)) %*% W, style = "M")
    test <- moran.test(has, lw, zero.policy = TRUE, adjust.n = FALSE)
    morans[[file]] <- test$estimate[[1]]
    print(test)
    set.seed(seed)
    print(moran.mc(has, lw, nsim = permutations, zero.policy = TRUE, adjust.n = FALSE))
  }

  # netdiffuseR keeps n fixed and gives 0 to bodies without ties (ours: no value). Bodies that were not there
  # throughout are left out of it here, so that its numbers differ from those above by these conventions.
  there <- entered == first & left == last + 1
  toa <- ifelse(has_toa & nodes$toa <= last, pmax(nodes$toa, first), NA)[there]
  if (requireNamespace("netdiffuseR", quietly = TRUE) && any(!is.na(toa))) {
    slices <- lapply(periods, function(t) ties[[file]](t)[there, there])
    diffnet <- netdiffuseR::new_diffnet(slices, toa = as.integer(toa), t0 = first, t1 = last, self = FALSE)
    cat("Mean exposure by period as netdiffuseR defines it\\n")
    print(round(colMeans(netdiffuseR::exposure(diffnet, valued = TRUE)), 4))
  }
}
`;

const HAZARD = `# --- Discrete-time hazard: exposure one period before, one level a period, on the rows that every network covers.
long_of <- function(at) do.call(rbind, lapply(periods[-1], function(t) data.frame(
  id = seq_len(n), period = t, exposed = exposure_in(at(t - 1), t - 1), adopts = within & nodes$toa %in% t
)[at_risk_in(t), ]))
longs <- lapply(ties, long_of)
coefficients <- list()
if (length(longs) > 0) {
  shared <- Reduce(\`&\`, lapply(longs, function(long) !is.na(long$exposed)))
  busy <- unique(longs[[1]]$period[shared & longs[[1]]$adopts])
  cat("\\nCompared on", sum(shared & longs[[1]]$adopts), "adoptions\\n")
  for (file in names(longs)) {
    long <- longs[[file]][shared & longs[[file]]$period %in% busy, ]
    if (!any(long$adopts) || all(long$adopts)) next
    model <- if (length(busy) > 1) adopts ~ exposed + factor(period) else adopts ~ exposed
    found <- summary(glm(model, data = long, family = binomial))$coefficients
    if (!"exposed" %in% rownames(found)) next
    coefficients[[file]] <- found["exposed", 1]
    cat("\\n", networks[[file]], ": log odds ratio of exposure\\n", sep = ""); print(found["exposed", ])
  }
}
`;

const BESIDE_OURS = `# --- Ours beside these.
if (requireNamespace("jsonlite", quietly = TRUE)) {
  ours <- jsonlite::fromJSON("results.json", simplifyVector = FALSE)
  number <- function(value) if (is.null(value)) NA_real_ else as.numeric(value)
  beside <- function(what, mine, theirs) {
    both <- !is.na(mine) & !is.na(theirs)
    gap <- if (any(both)) max(abs(mine - theirs)[both]) else NA
    cat(sprintf("%-70s compared %4d, largest difference %g\\n", what, sum(both), gap))
  }
  cat("\\nOur results beside these\\n")
  beside("Adopting", sapply(ours$core$curve, function(row) number(row$adopting)), curve$adopting)
  beside("At risk", sapply(ours$core$curve, function(row) number(row$atRisk)), curve$at_risk)
  beside("Hazard", sapply(ours$core$curve, function(row) number(row$hazard)), curve$hazard)
  points <- ours$core$survival$value$overall
  if (length(points) > 0) {
    at <- sapply(points, function(point) number(point$time))
    beside("Survival", sapply(points, function(point) number(point$survival)), summary(km, times = at, extend = TRUE)$surv)
  }
  for (k in seq_along(ours$networks)) {
    name <- networks[[k]]
    beside(paste0("Mean exposure, ", name), sapply(ours$networks[[k]]$exposure, function(row) number(row$mean)), exposures[[k]])
    beside(paste0("Tied pairs at the end, ", name), number(ours$networks[[k]]$pairs), pairs[[k]])
    moran <- ours$networks[[k]]$moran
    beside(paste0("Moran's I at the end, ", name), number(moran[[length(moran)]]$observed), morans[[k]])
    model <- ours$comparison$value$networks
    if (k <= length(model)) {
      theirs <- coefficients[[names(networks)[k]]]
      beside(paste0("Exposure in the hazard, ", name), number(model[[k]]$exposure$coefficient), number(theirs))
    }
  }
}
`;
