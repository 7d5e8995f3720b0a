import { writeFigure } from '#lib/domain/indicators/write-figure.ts';
import { INDICATOR_THEMES, THEME_WORDS } from '#lib/domain/indicators/indicator.ts';
import { MAKING_WORDS } from './proposal.ts';
import type { ProposalReading } from './reading.ts';
import type { ProposalFigure } from './figures.ts';

/** One thing said of each of several proposals. */
export interface SideRow {
	label: string;
	/** One a proposal, in their order. */
	cells: string[];
}

/** Proposals side by side: what they are in short, then every figure by theme. */
export interface SideBySide {
	short: SideRow[];
	themes: { theme: string; rows: SideRow[] }[];
}

const NAMES = new Intl.ListFormat('en-GB');
/** What a plan is judged by first. */
const FIRST_FIGURES = ['population_2024', 'land_area_km2', 'density_2024'];
const NEAREST = 3;

/** A figure in words, marked where it is only approximate. */
export function figureInWords({ value, indicator, making }: ProposalFigure): string {
	const words = writeFigure(value, indicator);
	return making === 'approximate' ? `about ${words}` : words;
}

/** Sets proposals side by side. */
export function sideBySide(readings: readonly ProposalReading[]): SideBySide {
	const row = (label: string, of: (reading: ProposalReading) => string): SideRow => ({
		label,
		cells: readings.map(of)
	});
	const figures = readings[0]?.figures ?? [];
	const figureRow = (at: number) =>
		row(figures[at]!.indicator.label, (reading) => figureInWords(reading.figures[at]!));
	const rowsWhere = (is: (figure: ProposalFigure) => boolean) =>
		[...figures.keys()].filter((at) => is(figures[at]!)).map(figureRow);
	return {
		short: [
			row('Areas', ({ parts }) => NAMES.format(parts.map(({ name }) => name))),
			row('Made from', ({ making }) => MAKING_WORDS[making]),
			...rowsWhere(({ indicator }) => FIRST_FIGURES.includes(indicator.column)),
			row('Most like', ({ peers }) =>
				peers.finding.peers.length === 0
					? (peers.finding.refusal ?? '–')
					: NAMES.format(peers.finding.peers.slice(0, NEAREST).map(({ name }) => name))
			),
			row(
				'Of the likeness, rests on approximate figures',
				({ peers }) => `${Math.round(100 * peers.approximateShare)}%`
			),
			row('Peers of its areas that stay', ({ losses }) => {
				const all = new Set(losses.flatMap(({ peers }) => peers.map(({ code }) => code)));
				const kept = new Set(
					losses.flatMap(({ peers }) => peers.flatMap(({ code, fate }) => (fate === 'stays' ? [code] : [])))
				);
				return `${kept.size} of ${all.size}`;
			}),
			row('Practices that all its councils do', ({ inheritance }) => practices(inheritance.practices, 'all')),
			row('Practices that one of them does alone', ({ inheritance }) =>
				practices(inheritance.practices, 'one')
			)
		],
		themes: INDICATOR_THEMES.map((theme) => ({
			theme: THEME_WORDS[theme],
			rows: rowsWhere(({ indicator }) => indicator.theme === theme)
		}))
	};
}

function practices(all: ProposalReading['inheritance']['practices'], wanted: string): string {
	const names = all.filter(({ reach }) => reach === wanted).map(({ name }) => name);
	return names.length === 0 ? 'none on record' : NAMES.format(names);
}
