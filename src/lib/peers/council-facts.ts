import type { Area } from '#lib/domain/atlas.ts';
import type { AreasWire, UpperAreaWire } from '#lib/domain/areas-wire.ts';
import { DENOMINATOR_COLUMNS } from '#lib/domain/indicators/denominators.ts';
import { indicatorKey } from '#lib/domain/indicators/indicator.ts';
import { aggregateDistricts } from './aggregate.ts';
import { presentIndicators, type DefaultIndicator } from './default-indicators.ts';
import { featureTable, type FeatureTable } from './feature-table.ts';

/** A council, or an area above councils, as it stands in a comparison. */
export interface FactsArea {
	code: string;
	name: string;
	/** Type of council of the areas' register, or the tier above. */
	kind: string;
	nation: string;
	region: string;
}

/** A default indicator with where its figures come from. */
export interface FactsIndicator extends DefaultIndicator {
	/** Its name in addresses and in the served figures. */
	key: string;
	source: string;
	vintage: string;
}

/** Everything that councils of one tier are compared by. */
export interface CouncilFacts {
	/** In the order of the table's rows. */
	areas: FactsArea[];
	table: FeatureTable;
	/** In the order of the table's columns. */
	indicators: FactsIndicator[];
	/** Default indicators that this tier cannot have, and why. */
	leftOut: { label: string; reason: string }[];
}

/**
 * Figures of every council, from what `/data/areas` serves.
 *
 * @param areas names and types, by code; an area that has none there is left out
 */
export function councilFacts(wire: AreasWire, areas: readonly Area[]): CouncilFacts {
	return once(wire, areas, 'council', () => makeCouncilFacts(wire, areas));
}

function makeCouncilFacts(wire: AreasWire, areas: readonly Area[]): CouncilFacts {
	const byCode = new Map(areas.map((area) => [area.code, area]));
	const rows = wire.codes.flatMap((code, row) => (byCode.has(code) ? [row] : []));
	const indicators = servedIndicators(wire);
	return {
		areas: rows.map((row) => {
			const { code, name, kind, nation, region } = byCode.get(wire.codes[row]!)!;
			return { code, name, kind, nation, region };
		}),
		table: tableOf(
			wire,
			rows,
			indicators.map(({ column }) => column)
		),
		indicators,
		leftOut: []
	};
}

/** Figures of every county or combined authority, worked out from the councils that lie in it. */
export function upperFacts(
	wire: AreasWire,
	areas: readonly Area[],
	kind: UpperAreaWire['kind']
): CouncilFacts {
	return once(wire, areas, kind, () => makeUpperFacts(wire, areas, kind));
}

function makeUpperFacts(wire: AreasWire, areas: readonly Area[], kind: UpperAreaWire['kind']): CouncilFacts {
	const upper = wire.upper.filter((parent) => parent.kind === kind);
	const parents = wire.codes.map((): string | null => null);
	for (const { code, districts } of upper) for (const row of districts) parents[row] = code;

	const indicators = servedIndicators(wire);
	const rows = [...wire.codes.keys()];
	const weighed = DENOMINATOR_COLUMNS.filter((column) => served(wire, column) !== undefined);
	const columns = [...new Set([...indicators.map(({ column }) => column), ...weighed])];
	const { table, leftOut } = aggregateDistricts(tableOf(wire, rows, columns), parents, indicators);

	const named = new Map(upper.map((parent) => [parent.code, parent]));
	const byCode = new Map(areas.map((area) => [area.code, area]));
	return {
		areas: table.codes.map((code) => {
			const { name, districts } = named.get(code)!;
			const first = byCode.get(wire.codes[districts[0] ?? -1] ?? '');
			return { code, name, kind, nation: first?.nation ?? '', region: first?.region ?? '' };
		}),
		table,
		indicators: indicators.filter(({ column }) => table.columns.includes(column)),
		leftOut: leftOut.map(({ column, reason }) => ({
			label: indicators.find((indicator) => indicator.column === column)!.label,
			reason
		}))
	};
}

/** The facts of the tier that a code belongs to, and its row in them; null when no area has the code. */
export function factsOfCode(
	wire: AreasWire,
	areas: readonly Area[],
	code: string
): { facts: CouncilFacts; row: number } | null {
	const parent = wire.upper.find((upper) => upper.code === code);
	const facts = parent === undefined ? councilFacts(wire, areas) : upperFacts(wire, areas, parent.kind);
	const row = facts.table.codes.indexOf(code);
	return row < 0 ? null : { facts, row };
}

type Tier = 'council' | UpperAreaWire['kind'];
const made = new WeakMap<AreasWire, WeakMap<readonly Area[], Map<Tier, CouncilFacts>>>();

/** The figures are everybody's and seldom change, so that the same ones are put together and brought to scale once. */
function once(wire: AreasWire, areas: readonly Area[], tier: Tier, make: () => CouncilFacts): CouncilFacts {
	const ofWire = made.get(wire) ?? new WeakMap<readonly Area[], Map<Tier, CouncilFacts>>();
	made.set(wire, ofWire);
	const ofAreas = ofWire.get(areas) ?? new Map<Tier, CouncilFacts>();
	ofWire.set(areas, ofAreas);
	const facts = ofAreas.get(tier) ?? make();
	ofAreas.set(tier, facts);
	return facts;
}

function servedIndicators(wire: AreasWire): FactsIndicator[] {
	const columns = wire.indicators.map(({ key }) => key.replaceAll('-', '_'));
	return presentIndicators(columns).map((indicator) => {
		const { key, source, vintage, licence } = served(wire, indicator.column)!;
		return { ...indicator, key, source, vintage, licence };
	});
}

function served(wire: AreasWire, column: string) {
	return wire.indicators.find(({ key }) => key === indicatorKey(column));
}

function tableOf(wire: AreasWire, rows: readonly number[], columns: readonly string[]): FeatureTable {
	const values = columns.map((column) => served(wire, column)?.values ?? []);
	return featureTable(
		rows.map((row) => wire.codes[row]!),
		columns,
		rows.map((row) => values.map((column) => column[row] ?? null))
	);
}
