import { findMeasure } from '#lib/analysis/graph/measures.ts';
import type { NetworkMeasure } from '#lib/analysis/graph/measure.ts';
import { STAGE_CUT_OFFS } from '#lib/analysis/graph/stage.ts';
import type { NetworkStage, StageMeasures } from '#lib/analysis/graph/stage.ts';
import type { StageChange } from '#lib/analysis/graph/stage-series.ts';
import type { DroppedTies } from '#lib/analysis/graph/graph.ts';
import type { NetworkReading } from '#lib/network/network-reading.ts';

export const STAGE_WORDS: Record<NetworkStage, { name: string; meaning: string }> = {
	'scattered-fragments': {
		name: 'Scattered fragments',
		meaning: 'Less than half of the organisations are connected; small groups do not reach each other.'
	},
	'hub-and-spoke': {
		name: 'Hub and spoke',
		meaning: 'One organisation joins the others, and without it they fall apart.'
	},
	'multi-hub': {
		name: 'Several hubs',
		meaning: 'Most are connected through several well-connected organisations.'
	},
	'core-periphery': {
		name: 'Core and periphery',
		meaning: 'A dense core holds it together, with others around it; nobody’s leaving would split it.'
	}
};

const count = new Intl.NumberFormat('en-GB');
const decimal = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const PLAIN_NUMBERS = new Set(['components', 'diameter']);
const SHARES = new Set(['density', 'averageClustering', 'transitivity', 'reciprocity']);

/** A measure's value as a person reads it; a dash where it has none. */
export function valueText(id: string, value: number | null): string {
	if (value === null) return '–';
	if (PLAIN_NUMBERS.has(id)) return count.format(value);
	if (SHARES.has(id)) return percentText(value);
	return decimal.format(value).replace('-', '−');
}

/** A share of one as a whole percentage; never 0% of something that there is, nor 100% of what is not whole. */
export function percentText(share: number): string {
	const percent = share * 100;
	if (percent > 99 && percent < 100) return 'over 99%';
	return `${percent > 0 && percent < 1 ? decimal.format(percent) : Math.round(percent)}%`;
}

export interface MeasureRow {
	id: string;
	measure: NetworkMeasure;
	label: string;
	value: string;
	/** Why there is none. */
	note: string | null;
}

/** Every measure of the whole network, in the order of the list of measures. */
export function measureRows(reading: NetworkReading): MeasureRow[] {
	const row = (id: string, value: number | null, label?: string): MeasureRow => {
		const measure = findMeasure(id)!;
		const note = value === null ? `No value: ${measure.nullMeaning}.` : null;
		return { id, measure, label: label ?? measure.label, value: valueText(id, value), note };
	};
	const { values } = reading;
	const plain = (id: string): MeasureRow => row(id, values[id] ?? null);
	return [
		plain('density'),
		plain('components'),
		plain('averagePath'),
		plain('diameter'),
		plain('averageClustering'),
		plain('transitivity'),
		plain('reciprocity'),
		plain('degreeCentralisation'),
		plain('betweennessCentralisation'),
		plain('closenessCentralisation'),
		row('eiIndex', reading.eiByKind, 'Outward against inward links, by kind'),
		row('eiIndex', reading.eiByRegion, 'Outward against inward links, by region'),
		row('attributeAssortativity', reading.likeByKind, 'Like links with like, by kind'),
		row('attributeAssortativity', reading.likeByRegion, 'Like links with like, by region'),
		row(
			'numericAssortativity',
			values.numericAssortativity ?? null,
			'Like figures linked: number of practices on the date'
		),
		plain('degreeAssortativity'),
		plain('modularity'),
		plain('smallWorld'),
		plain('coreCorrelation')
	];
}

/** The page's finding, a sentence without its stop; a stage of the day is not told of a longer time. */
export function findingOf({ organisations, ties, components, stage, isStageOfDay }: NetworkReading): string {
	if (organisations === 0) return 'Nobody is in view';
	if (ties === 0) return `${countOf(organisations, 'organisation')} without a link on record`;
	const together = `${count.format(components[0]!)} of ${countOf(organisations, 'organisation')} are connected`;
	if (isStageOfDay) return together;
	const name = stage.stage === null ? 'Too few to tell a stage' : STAGE_WORDS[stage.stage].name;
	return `${name}: ${together}`;
}

/** The network in two or three sentences. */
export function summaryWords({
	organisations,
	ties,
	components,
	isolates,
	values
}: NetworkReading): string[] {
	if (organisations === 0) return ['Nobody is in view on this date.'];
	if (organisations === 1) return ['One organisation is in view: there is nobody for it to be connected to.'];
	if (ties === 0) {
		return [
			`${count.format(organisations)} organisations are in view, and no link between any two of them is on record. That is not to say that there is none.`
		];
	}
	const words = [
		`${count.format(organisations)} organisations with ${countOf(ties, 'link')} between them on record: ${percentText(values.density ?? 0)} of the links that could exist.`
	];
	const largest = components[0]!;
	words.push(
		components.length === 1
			? 'All are connected: everyone can be reached from everyone.'
			: `${count.format(largest)} are connected in the largest part; ${countOf(isolates.length, 'organisation')} ${isolates.length === 1 ? 'has' : 'have'} no link on record.`
	);
	if (values.averagePath != null) {
		words.push(
			`Between two that can reach each other it takes ${decimal.format(values.averagePath)} steps on average.`
		);
	}
	return words;
}

/** The measures a stage rests on, with the cut-off of each. */
export function stageGrounds(measures: StageMeasures, change: StageChange | null): GroundRow[] {
	const cut = STAGE_CUT_OFFS;
	const row = (
		label: string,
		value: number | null,
		key: keyof StageChange,
		against: string,
		text: (value: number) => string = (one) => decimal.format(one)
	): GroundRow => ({
		label,
		value: value === null ? '–' : text(value),
		change: changeText(change?.[key] ?? null, text),
		against
	});
	const whole = (value: number): string => count.format(value);
	return [
		row(
			'Share in the largest part',
			measures.largestComponentShare,
			'largestComponentShare',
			`below ${percentText(cut.largestComponentShare)}: fragments`,
			percentText
		),
		row(
			'Centralisation',
			measures.degreeCentralisation,
			'degreeCentralisation',
			`above ${cut.degreeCentralisation}, and split without the hub: hub and spoke`
		),
		row(
			'Pieces without the hub',
			measures.piecesWithoutHub,
			'piecesWithoutHub',
			'more than 1: it splits',
			whole
		),
		row(
			'Fit with a core and periphery',
			measures.coreCorrelation,
			'coreCorrelation',
			`above ${cut.coreCorrelation}, core of ${cut.coreSize} or more, nobody alone holding a part to the rest: core and periphery`
		),
		row('Size of the core', measures.coreSize, 'coreSize', `at least ${cut.coreSize}`, whole),
		row(
			'Organisations that alone hold a part to the rest',
			measures.cutVertices,
			'cutVertices',
			'none',
			whole
		)
	];
}

export interface GroundRow {
	label: string;
	value: string;
	/** Since a year ago; null where it cannot be told. */
	change: string | null;
	against: string;
}

function changeText(change: number | null, text: (value: number) => string): string | null {
	if (change === null) return null;
	if (Math.abs(change) < 0.005) return 'as a year ago';
	return `${change > 0 ? '+' : '−'}${text(Math.abs(change))} in a year`;
}

/** What the records held that a network cannot, one sentence each. */
export function droppedWords({
	selfTies,
	parallelTies,
	missingNodeTies,
	unusableWeights
}: DroppedTies): string[] {
	const words: string[] = [];
	if (parallelTies > 0) {
		words.push(
			`${countOf(parallelTies, 'link')} ${parallelTies === 1 ? 'joins' : 'join'} a pair that another link joins already: a pair is measured once.`
		);
	}
	if (selfTies > 0) words.push(`${countOf(selfTies, 'link')} of an organisation with itself left out.`);
	if (missingNodeTies > 0)
		words.push(
			`${countOf(missingNodeTies, 'link')} to somebody outside the view, or not there on the date, left out.`
		);
	if (unusableWeights > 0)
		words.push(`${countOf(unusableWeights, 'link')} without a usable strength left out.`);
	return words;
}

/** "1 link", "2,000 links". */
export function countOf(value: number, noun: string): string {
	return `${count.format(value)} ${value === 1 ? noun : `${noun}s`}`;
}

/** How the network falls into communities, in a sentence. */
export function communityWords(sizes: readonly number[]): string {
	const noun = sizes.length === 1 ? 'community' : 'communities';
	const listed = sizes.slice(0, 6).map((size) => count.format(size));
	const of =
		sizes.length === 0 ? '' : `, of ${listed.join(', ')}${sizes.length > 6 ? ' …' : ''} organisations`;
	return `${count.format(sizes.length)} ${noun} of two or more${of}.`;
}
