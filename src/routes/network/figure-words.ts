import { findMeasure } from '#lib/analysis/graph/measures.ts';
import { formatDay } from '#lib/domain/day.ts';
import type { FigureGroup, NodeFigure } from '#lib/view/network-choice.ts';

interface FigureWords {
	label: string;
	/** One plain sentence. */
	meaning: string;
	/** Place of the measure on the page of methods; null for what is read off the record. */
	method: string | null;
}

const OF_MEASURE = {
	links: 'degree',
	strength: 'strength',
	betweenness: 'betweenness',
	reach: 'harmonicCloseness',
	closeness: 'closeness',
	eigenvector: 'eigenvector',
	pagerank: 'pageRank',
	core: 'coreNumber',
	clustering: 'localClustering',
	constraint: 'constraint',
	'effective-size': 'effectiveSize'
} as const;

/** What each figure of a node is called and says. */
export const FIGURE_WORDS: Record<NodeFigure, FigureWords> = {
	links: ofMeasure('links'),
	names: {
		label: 'Links from it',
		meaning:
			'How many others it points at with a link that has a direction: who it learnt from, visited, funds …',
		method: 'degree'
	},
	'named-by': {
		label: 'Links to it',
		meaning: 'From how many others a link with a direction leads to it: who learnt from it, visited it …',
		method: 'degree'
	},
	strength: ofMeasure('strength'),
	betweenness: ofMeasure('betweenness'),
	reach: ofMeasure('reach'),
	closeness: ofMeasure('closeness'),
	eigenvector: ofMeasure('eigenvector'),
	pagerank: ofMeasure('pagerank'),
	core: ofMeasure('core'),
	clustering: ofMeasure('clustering'),
	constraint: ofMeasure('constraint'),
	'effective-size': ofMeasure('effective-size'),
	brokerage: {
		label: 'Pairs it stands between',
		meaning: 'How many pairs of its contacts, counted both ways, have no link of their own.',
		method: 'brokerage'
	},
	'outward-by-kind': {
		label: 'Outward links, by kind',
		meaning: 'From −1, all its links are to organisations of its own kind, to 1, all are to other kinds.',
		method: 'eiIndex'
	},
	'outward-by-region': {
		label: 'Outward links, by region',
		meaning: 'From −1, all its links stay in its region or nation, to 1, all lead out of it.',
		method: 'eiIndex'
	},
	practices: {
		label: 'Practices',
		meaning: 'How many practices it does on this date, of those in view and at a stage that the view counts.',
		method: null
	},
	since: {
		label: 'First adoption',
		meaning:
			'The day of its first adoption of a practice in view, up to this date; for a practice, event or network, the day it began.',
		method: null
	}
};

/** What the figures of each group have in common, for lists of choices. */
export const GROUP_WORDS: Record<FigureGroup, string> = {
	connections: 'How many links',
	position: 'Place in the whole',
	contacts: 'Among its contacts',
	record: 'On record'
};

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });
const fine = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 });

/** A figure of a node in words. */
export function figureText(figure: NodeFigure, value: number): string {
	if (Number.isNaN(value)) return '–';
	if (figure === 'since') return formatDay(value);
	return (Math.abs(value) >= 10 || Number.isInteger(value) ? whole : fine).format(value);
}

function ofMeasure(figure: keyof typeof OF_MEASURE): FigureWords {
	const measure = findMeasure(OF_MEASURE[figure])!;
	return { label: measure.label, meaning: measure.meaning, method: measure.id };
}
