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
 * An R script that rebuilds the main results of a bundle with netdiffuseR, survival and spdep, and says where
 * those differ from ours by convention.
 */
export function researchScript(facts: ScriptFacts): string {
	const networks = facts.networks.map(({ file, name }) => `  ${quoted(file)} = ${quoted(name)}`).join(',\n');
	return `# Rebuilds the main results of this bundle. Run it in the folder of the bundle:
#   Rscript rebuild.R
# Packages: install.packages(c("netdiffuseR", "survival", "spdep", "Matrix", "jsonlite"))

suppressPackageStartupMessages({
  library(Matrix)
  library(survival)
  library(netdiffuseR)
  library(spdep)
})

first <- ${facts.first}
last <- ${facts.last}
seed <- ${facts.seed}
permutations <- ${facts.permutations}
networks <- c(
${networks}
)

nodes <- read.csv("nodes.csv", colClasses = c(id = "character"), encoding = "UTF-8")
n <- nrow(nodes)
known <- !is.na(nodes$toa) & nodes$toa_bound == "on"
within <- known & nodes$toa >= first & nodes$toa <= last
entered <- ifelse(is.na(nodes$founded), first, pmax(nodes$founded, first))
left <- ifelse(is.na(nodes$closed), last + 1, pmin(nodes$closed, last + 1))

# --- Curve and hazard, with a risk set that bodies enter when founded and leave when closed.
periods <- first:last
curve <- t(sapply(periods, function(t) {
  exists <- entered <= t & t < left
  open <- exists & (is.na(nodes$toa) | (known & nodes$toa >= t) | (!is.na(nodes$toa) & nodes$toa > last))
  c(period = t, existing = sum(exists), at_risk = sum(open), adopting = sum(within & nodes$toa == t))
}))
curve <- as.data.frame(curve)
curve$hazard <- ifelse(curve$period == first | curve$at_risk == 0, NA, curve$adopting / curve$at_risk)
cat("\\nCurve and hazard\\n"); print(curve)

# --- Survival: who adopted "by" a date has no known time and is left out.
at_start <- !is.na(nodes$toa) & (nodes$toa_bound != "on" | nodes$toa < first)
rows <- which(!at_start & left > entered)
event <- within[rows]
time <- ifelse(event, nodes$toa[rows] - first + 1, left[rows] - first)
entry <- entered[rows] - first
km <- survfit(Surv(entry, time, event) ~ 1)
cat("\\nSurvival\\n"); print(summary(km)$table)
${
	facts.groupColumn === null
		? ''
		: `# survdiff takes no late entry: bodies founded later are left out of this test, and only of this one.
group <- nodes[[${quoted(facts.groupColumn)}]][rows]
big <- group %in% names(which(table(group) >= 5))
here <- big & entry == 0
cat("\\nLog-rank by group (bodies there from the start)\\n")
print(survdiff(Surv(time[here], event[here]) ~ group[here]))
`
}
# --- Each network: exposure and Moran's I.
# netdiffuseR keeps n fixed, gives 0 to bodies without ties (ours: no value), and counts its first period
# otherwise. Bodies that were not there throughout are left out here, so numbers near theirs differ a little.
there <- entered == first & left == last + 1
for (file in names(networks)) {
  edges <- read.csv(file, colClasses = c(source = "character", target = "character"))
  W <- sparseMatrix(i = match(edges$source, nodes$id), j = match(edges$target, nodes$id),
                    x = edges$weight, dims = c(n, n), dimnames = list(nodes$id, nodes$id))
  cat("\\n===", networks[[file]], "===\\n")
  toa <- ifelse(within, nodes$toa, NA)
  part <- W[there, there]
  diffnet <- new_diffnet(part, toa = as.integer(toa[there]), t0 = first, t1 = last, self = FALSE)
  cat("Mean exposure by period (0 for bodies without ties)\\n")
  print(round(colMeans(exposure(diffnet, valued = TRUE)), 4))

  # Moran's I of having adopted by the end of the period, row-standardised.
  has <- as.numeric(within[there])
  if (length(unique(has)) > 1 && length(part@x) > 0) {
    lw <- mat2listw(part, style = "W", zero.policy = TRUE)
    print(moran.test(has, lw, zero.policy = TRUE, adjust.n = FALSE))
    set.seed(seed)
    print(moran.mc(has, lw, nsim = permutations, zero.policy = TRUE, adjust.n = FALSE))
  }

  # Discrete-time hazard: exposure one period before, one level a period.
  share <- as.matrix(W / ifelse(rowSums(W) > 0, rowSums(W), NA))
  long <- do.call(rbind, lapply(periods[-1], function(t) {
    exists <- entered <= t & t < left
    open <- exists & !at_start & (is.na(nodes$toa) | nodes$toa >= t | nodes$toa > last)
    now <- entered <= t - 1 & t - 1 < left
    adopted <- !is.na(nodes$toa) & nodes$toa <= t - 1 & now & (is.na(nodes$ended) | nodes$ended > t - 1)
    weight <- W %*% as.numeric(now)
    exposed <- as.numeric(W %*% as.numeric(adopted)) / ifelse(as.numeric(weight) > 0, as.numeric(weight), NA)
    data.frame(id = nodes$id, period = t, exposed = exposed, adopts = within & nodes$toa %in% t)[open & now, ]
  }))
  long <- long[!is.na(long$exposed), ]
  busy <- names(which(tapply(long$adopts, long$period, any)))
  long <- long[long$period %in% busy, ]
  if (any(long$adopts) && !all(long$adopts)) {
    print(summary(glm(adopts ~ exposed + factor(period), data = long, family = binomial))$coefficients["exposed", ])
  }
}

if (requireNamespace("jsonlite", quietly = TRUE)) {
  ours <- jsonlite::fromJSON("results.json", simplifyVector = FALSE)
  cat("\\nOur own results are in results.json:", paste(names(ours), collapse = ", "), "\\n")
}
`;
}
