import type { Atlas } from '#lib/domain/atlas.ts';
import { dayOrNull } from '#lib/domain/day.ts';
import type { Day } from '#lib/domain/day.ts';
import { CONFIDENCES, DATE_BOUNDS, DATE_PRECISIONS } from '#lib/domain/vocabulary.ts';
import type { DateBound, DatePrecision } from '#lib/domain/vocabulary.ts';

/** Something that is on record as having happened, with rows of the atlas for what it is about. */
export interface Change {
	verb: 'took up' | 'stopped' | 'joined' | 'left';
	day: Day;
	precision: DatePrecision;
	bound: DateBound;
	isInferred: boolean;
	organisation: number;
	/** What was taken up or stopped; null for a membership. */
	practice: number | null;
	/** What was joined or left; null for a practice. */
	network: number | null;
}

/**
 * The latest recorded changes among some organisations, newest first.
 *
 * @param counted rows of the organisations that count
 * @param until nothing later than this day
 * @param most how many at most
 */
export function latestChanges(
	atlas: Atlas,
	counted: ReadonlySet<number>,
	until: Day,
	most: number
): Change[] {
	const changes: Change[] = [];
	const add = (
		table: Atlas['adoptions'] | Atlas['memberships'],
		row: number,
		about: Pick<Change, 'practice' | 'network'>
	): void => {
		const organisation = table.organisation[row]!;
		if (!counted.has(organisation)) return;
		const isInferred = CONFIDENCES[table.confidence[row]!] === 'inferred';
		const started = dayOrNull(table.startedOn[row]);
		const ended = dayOrNull(table.endedOn[row]);
		const isPractice = about.practice !== null;
		if (started !== null && started <= until) {
			changes.push({
				...about,
				verb: isPractice ? 'took up' : 'joined',
				day: started,
				precision: DATE_PRECISIONS[table.startedPrecision[row]!]!,
				bound: DATE_BOUNDS[table.startedBound[row]!]!,
				isInferred,
				organisation
			});
		}
		if (ended !== null && ended <= until) {
			changes.push({
				...about,
				verb: isPractice ? 'stopped' : 'left',
				day: ended,
				precision: DATE_PRECISIONS[table.endedPrecision[row]!]!,
				bound: 'on',
				isInferred,
				organisation
			});
		}
	};

	for (let row = 0; row < atlas.adoptions.count; row += 1) {
		add(atlas.adoptions, row, { practice: atlas.adoptions.practice[row]!, network: null });
	}
	for (let row = 0; row < atlas.memberships.count; row += 1) {
		add(atlas.memberships, row, { practice: null, network: atlas.memberships.network[row]! });
	}
	return changes.sort((a, b) => b.day - a.day || a.organisation - b.organisation).slice(0, most);
}
