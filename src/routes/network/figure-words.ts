import { findMeasure } from '#lib/analysis/graph/measures.ts';
import { formatDay } from '#lib/domain/day.ts';
import type { NodeFigure } from '#lib/view/network-choice.ts';

interface FigureWords {
	label: string;
	/** One plain sentence. */
	meaning: string;
	/** Place of the measure on the page of methods; null for what is read off the record. */
	method: string | null;
}

const OF_MEASURE = {
	links: 'degree',
	betweenness: 'betweenness',
	reach: 'harmonicCloseness',
	pagerank: 'pageRank',
	core: 'coreNumber',
	clustering: 'localClustering',
	constraint: 'constraint',
	'effective-size': 'effectiveSize'
} as const;

/** What each figure of a node is called and says. */
export const FIGURE_WORDS: Record<NodeFigure, FigureWords> = {
	links: ofMeasure('links'),
	betweenness: ofMeasure('betweenness'),
	reach: ofMeasure('reach'),
	pagerank: ofMeasure('pagerank'),
	core: ofMeasure('core'),
	clustering: ofMeasure('clustering'),
	constraint: ofMeasure('constraint'),
	'effective-size': ofMeasure('effective-size'),
	practices: {
		label: 'Practices',
		meaning: 'How many practices it has on record, at any stage.',
		method: null
	},
	since: {
		label: 'First adoption',
		meaning:
			'The day of its first adoption of a practice in view; for a practice, event or network, the day it began.',
		method: null
	}
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
