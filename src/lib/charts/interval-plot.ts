import { scaleLinear } from 'd3';

/** One estimate with its limits; null where the data give none. */
export interface IntervalRow {
	name: string;
	value: number | null;
	lower: number | null;
	upper: number | null;
}

export interface IntervalPlot {
	rows: { name: string; y: number; x: number | null; from: number | null; to: number | null }[];
	zero: number;
	ticks: { x: number; label: string }[];
	height: number;
}

const ROW_PX = 40;
const MARGIN = { top: 8, right: 16, bottom: 26, left: 8 };

/** Geometry of estimates with intervals under each other, one scale for all, zero always on it. */
export function intervalPlot(rows: readonly IntervalRow[], width: number): IntervalPlot {
	const ends = rows.flatMap(({ value, lower, upper }) => [value, lower, upper]).filter((end) => end !== null);
	const scale = scaleLinear(
		[Math.min(0, ...ends), Math.max(0.5, ...ends)],
		[MARGIN.left, Math.max(MARGIN.left + 80, width - MARGIN.right)]
	).nice(5);
	const at = (value: number | null): number | null => (value === null ? null : scale(value));
	return {
		rows: rows.map(({ name, value, lower, upper }, row) => ({
			name,
			y: MARGIN.top + row * ROW_PX + ROW_PX * 0.7,
			x: at(value),
			from: at(lower),
			to: at(upper)
		})),
		zero: scale(0),
		ticks: scale.ticks(5).map((value) => ({ x: scale(value), label: String(value) })),
		height: MARGIN.top + rows.length * ROW_PX + MARGIN.bottom
	};
}

/** Pixels of a letter of the axis's size, on average. */
const LETTER_PX = 6.4;

/** What the scale measures, cut into lines between words so that none is wider than the plot. */
export function axisLines(axis: string, width: number): string[] {
	const most = Math.max(20, Math.floor((width - MARGIN.left - MARGIN.right) / LETTER_PX));
	const lines: string[] = [];
	for (const word of axis.split(' ')) {
		const last = lines.at(-1);
		if (last !== undefined && last.length + 1 + word.length <= most)
			lines[lines.length - 1] = `${last} ${word}`;
		else lines.push(word);
	}
	return lines;
}
