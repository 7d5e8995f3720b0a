import { serialDay, type Epoch } from '../dates/serial-day.ts';
import { plainNumber, type NumberFormat } from './number-format.ts';

/** What a cell shows. */
export interface CellValue {
	text: string;
	/** Whether the sheet holds a date and not a text or number that looks like one. */
	isDate: boolean;
}

/**
 * A number as the sheet shows it; dates as ISO 8601, as finely as the sheet shows them ("Apr-21" is 2021-04).
 */
export function numberValue(value: number, format: NumberFormat, epoch: Epoch): CellValue {
	if (format.date === null) return { text: format.write(value), isDate: false };
	if (format.date === 'time') return { text: timeOf(value), isDate: false };
	const day = serialDay(value, epoch);
	// Day 0 stands for no date: it is what a blank with a date's format comes to.
	if (day === null || Math.floor(value) === 0) {
		return value > 0 && value < 1
			? { text: timeOf(value), isDate: false }
			: { text: plainNumber(value), isDate: false };
	}
	const length = { day: 10, month: 7, year: 4 }[format.date];
	const time = format.hasTime && value % 1 !== 0 ? ` ${timeOf(value)}` : '';
	return { text: day.slice(0, length) + time, isDate: true };
}

const SECONDS_PER_DAY = 86_400;

function timeOf(value: number): string {
	const seconds = Math.round((value % 1) * SECONDS_PER_DAY);
	const two = (part: number) => String(Math.floor(part)).padStart(2, '0');
	const [hours, minutes, rest] = [seconds / 3600, (seconds % 3600) / 60, seconds % 60];
	return `${two(hours % 24)}:${two(minutes)}${rest === 0 ? '' : `:${two(rest)}`}`;
}

/** Signs that workbooks write as `_x000D_`, as they are. */
export function unescapedText(text: string): string {
	if (!text.includes('_x')) return text;
	return text.replace(/_x([0-9a-f]{4})_/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
