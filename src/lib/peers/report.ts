import { DomainError } from '#lib/domain/errors.ts';
import { resolveArea } from './area-codes.ts';
import type { ColumnScale } from './column-scale.ts';
import { factsLabels, factsTable, type Facts } from './facts-csv.ts';
import { subsetTable, universes, type FeatureTable } from './feature-table.ts';
import { nearestIndex } from './nearest.ts';
import { peerSpace, subspace } from './peer-space.ts';
import { nationOfCode, unpublished } from './published.ts';
import { rankPeers, type PeerRanking } from './ranking.ts';
import { settle, type ReportRequest, type ReportSettings } from './report-settings.ts';
import { peersVersion, type PeersVersion } from './version.ts';
import { weighting } from './weighting.ts';

/** One comparison universe: the areas that were compared. */
export interface ReportUniverse {
	/** Value of the `within` column; null when all areas are one universe. */
	name: string | null;
	areas: number;
	/** Share of the identity in the correlations of the Mahalanobis model (see `whiten`); null in the others. */
	shrinkage: number | null;
	/** Distances compare only where this is the same; null when nothing could be compared. */
	version: PeersVersion | null;
	scales: readonly ColumnScale[];
	/** One a column; 0 where it does not count in this universe. */
	weights: readonly number[];
}

export interface ReportArea extends Omit<PeerRanking, 'peers'> {
	universe: string | null;
	neighbours: PeerRanking['peers'];
}

export interface PeersReport {
	settings: ReportSettings;
	universes: ReportUniverse[];
	areas: ReportArea[];
	/** What was settled, left out or resolved, one sentence each. */
	notes: string[];
}

/** Column of the compiled facts with the codes that an area succeeds, separated by semicolons. */
const FORMER_CODES = 'former_gss_codes';
/** Column of the compiled facts with the nation of an area. */
const NATION = 'nation';

/**
 * Peers of every area of a facts file, or of one, in the order of the file.
 *
 * @throws {DomainError} with one sentence for each way in which file and request do not fit: see `settle`,
 *   `factsTable`, `weighting`, `resolveArea`; and when the one area asked for cannot be compared
 */
export function peersReport(facts: Facts, request: ReportRequest): PeersReport {
	const settings = settle(facts, request);
	const table = factsTable(facts, settings.columns);
	const notes = [...settings.notes];
	const only = request.area === null ? null : resolve(facts, request.area, notes);
	const groups = request.within === null ? null : factsLabels(facts, request.within);
	const whole = settings.isScaledByAll && facts.codes.length > 1 ? peerSpace(table, settings.options) : null;
	const nationOf = nations(facts);

	const report: PeersReport = { settings, universes: [], areas: [], notes };
	for (const { name, rows, asking } of parts(facts, groups, settings.least, notes)) {
		const wanted = asking.filter((row) => only === null || facts.codes[row] === only);
		if (wanted.length === 0) continue;
		if (rows.length === 1) {
			report.universes.push({
				...{ name, areas: 1, shrinkage: null, version: null, scales: [] },
				weights: settings.weights
			});
			report.areas.push(refused(facts.codes[rows[0] ?? 0] ?? '', name, 'is the only area'));
			continue;
		}
		const space =
			whole === null ? peerSpace(subsetTable(table, rows), settings.options) : subspace(whole, rows);
		const weights = universeWeights(settings, table, rows, nationOf, name, notes);
		const weighted = weighting(space, weights);
		for (const { column, isConstant } of space.scales) {
			if (isConstant)
				notes.push(`The column "${column}" is the same everywhere${inside(name)} and contributes nothing.`);
		}
		if (space.shrinkage !== null) {
			const share = (100 * space.shrinkage).toPrecision(3);
			notes.push(
				`Correlations shrunk towards none by ${share}%${inside(name)} (Schäfer & Strimmer, at least 10%).`
			);
		}
		report.universes.push({
			name,
			areas: rows.length,
			shrinkage: space.shrinkage,
			version: peersVersion(weighted),
			scales: space.scales,
			weights
		});
		// Preparing the search costs a pass over the table, which one area does not repay.
		const index = wanted.length > 1 ? nearestIndex(weighted, settings.rule) : null;
		const place = new Map(rows.map((row, at) => [row, at]));
		for (const row of wanted) {
			const at = place.get(row) ?? -1;
			const { peers, ...ranking } = rankPeers(weighted, at, request.k, settings.rule, index);
			report.areas.push({ ...ranking, universe: name, neighbours: peers });
		}
	}
	groups?.forEach((group, row) => {
		const code = facts.codes[row] ?? '';
		if (group === null && (only === null || only === code)) {
			report.areas.push(refused(code, null, `has no "${request.within}"`));
		}
	});
	const order = new Map(facts.codes.map((code, row) => [code, row]));
	report.areas.sort((a, b) => (order.get(a.code) ?? 0) - (order.get(b.code) ?? 0));

	const [first] = report.areas;
	if (only !== null && first !== undefined && first.refusal !== null) throw new DomainError(first.refusal);
	for (const { refusal } of report.areas) if (refusal !== null) notes.push(refusal);
	return report;
}

/** A universe and the areas whose peers are sought in it. */
interface Part {
	name: string | null;
	rows: number[];
	asking: number[];
}

/** Universes by label, those too small gathered into one of the whole file, with a note each. */
function parts(
	facts: Facts,
	groups: readonly (string | null)[] | null,
	least: number,
	notes: string[]
): Part[] {
	const everyone = [...facts.codes.keys()];
	if (groups === null) return [{ name: null, rows: everyone, asking: everyone }];
	const found: Part[] = [];
	const widened: number[] = [];
	for (const [name, rows] of universes(groups)) {
		if (rows.length >= least || rows.length === everyone.length) found.push({ name, rows, asking: rows });
		else {
			widened.push(...rows);
			const few = rows.length === 1 ? 'is only 1 area' : `are only ${rows.length} areas`;
			notes.push(`There ${few} in ${name}, so it is compared with all ${everyone.length} of the file.`);
		}
	}
	return widened.length === 0 ? found : [...found, { name: null, rows: everyone, asking: widened }];
}

/** The nation of each area, by the file's own column or else by its statistical code. */
function nations(facts: Facts): (row: number) => string | null {
	const labels = facts.columns.includes(NATION) ? factsLabels(facts, NATION) : null;
	return (row) => labels?.[row] ?? nationOfCode(facts.codes[row] ?? '');
}

/** Weights of one universe, with a note on what is left out of it because a nation does not publish it. */
function universeWeights(
	{ weights, weightsOf }: ReportSettings,
	table: FeatureTable,
	rows: readonly number[],
	nationOf: (row: number) => string | null,
	name: string | null,
	notes: string[]
): number[] {
	if (weightsOf === null) return weights;
	const missing = new Map(unpublished(table, rows, nationOf).map(({ column, nations }) => [column, nations]));
	// Where nothing is known everywhere, what is known somewhere is all there is.
	if (missing.size === table.columns.length) return weights;
	for (const [column, where] of missing) {
		const nation = where.filter((label) => label !== '').join(', ');
		notes.push(
			`"${column}" is left out${inside(name)}: too few areas${nation && ` of ${nation}`} have a figure.`
		);
	}
	return weightsOf(table.columns.map((column) => !missing.has(column)));
}

function resolve(facts: Facts, asked: string, notes: string[]): string {
	const former = facts.columns.includes(FORMER_CODES) ? factsLabels(facts, FORMER_CODES) : [];
	const { code, note } = resolveArea(
		asked,
		facts.codes,
		former.map((codes) => codes?.split(/[;,\s]+/) ?? [])
	);
	if (note !== null) notes.push(note);
	return code;
}

function refused(code: string, universe: string | null, why: string): ReportArea {
	const refusal = `${code} ${why}${inside(universe)}, so there is nothing to compare it with.`;
	return { code, universe, coverage: 0, refusal, ranked: 0, leftOut: 0, neighbours: [] };
}

function inside(universe: string | null): string {
	return universe === null ? '' : ` in ${universe}`;
}
