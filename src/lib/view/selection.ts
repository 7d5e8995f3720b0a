import type { Atlas, SpellTable } from '#lib/domain/atlas.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { CONFIDENCES } from '#lib/domain/vocabulary.ts';
import { adoptionSpans } from './adoption-spans.ts';
import { characteristicKey } from './characteristic-key.ts';
import { dateWindow } from './date-window.ts';
import type { DateWindow } from './date-window.ts';
import { practicesOf, recordOf, recordOfPractice, recordsAsked } from './practices-of.ts';
import { listPresences, organisationsIn, presenceIn } from './presence.ts';
import type { Presences } from './presence.ts';
import { Movement, reachOf } from './reach.ts';
import { silentOrganisations } from './silence.ts';
import type { Span } from './span.ts';
import type { View } from './view.ts';

const INFERRED = CONFIDENCES.indexOf('inferred');

/** The date of a view, which decides nothing but the window. */
type Dates = Pick<View, 'date' | 'mode' | 'months'>;

/** What a selection has found out once, whatever the date. */
interface Found {
	practices?: ReadonlySet<number>;
	presence?: (organisation: number) => Span[];
	days: Map<number, readonly Span[]>;
	spans: Map<number, readonly Span[]>;
	presences?: Presences;
	ever?: ReadonlySet<number>;
	apart?: readonly number[];
	movement?: Movement | null;
	anyone?: Selection;
	silent?: ReadonlySet<number>;
}

/**
 * What a view means in an atlas: which practices, facts, organisations and days. Made once a request or page
 * by `select`, and handed to everything that lists, counts or draws, so that no two of them read the view
 * each in its own way. Whatever is asked of it is found once and kept.
 */
export class Selection {
	readonly atlas: Atlas;
	readonly view: View;
	/** The date part of the view. */
	readonly window: DateWindow;
	/** Rows of the public records that were asked for; a condition that is lifted does not unask them. */
	readonly #records: ReadonlySet<number>;
	readonly #found: Found;
	#organisations: Int32Array | undefined;

	/**
	 * @param records public records that a wider view asked for, beside those that this one does
	 * @param found what a selection of the same view on another date has found
	 */
	constructor(
		atlas: Atlas,
		view: View,
		records: ReadonlySet<number> = new Set(),
		found: Found = { days: new Map(), spans: new Map() }
	) {
		this.atlas = atlas;
		this.view = view;
		this.window = dateWindow(view, atlas.asOf);
		this.#records = new Set([...records, ...recordsAsked(atlas, view)]);
		this.#found = found;
	}

	/** Rows of the practices that the view means: those it names or, without any, those that it counts. */
	get practices(): ReadonlySet<number> {
		return (this.#found.practices ??= practicesOf(this.atlas, this.view, this.#records));
	}

	/** Whether a practice is of a public record that was not asked for: it stands in no list and no count. */
	isApart(practice: number): boolean {
		const record = recordOfPractice(this.atlas, practice);
		return record !== null && !this.#records.has(record);
	}

	/**
	 * Rows of the public records that the view leaves out and of which some organisation of it is on record, in the
	 * order of the atlas: what a page says that it does not count.
	 */
	get recordsApart(): readonly number[] {
		return (this.#found.apart ??= this.#findRecordsApart());
	}

	#findRecordsApart(): number[] {
		const { atlas, view } = this;
		if (view.practices.length > 0) return [];
		const { adoptions, index } = atlas;
		const wanted = new Set(view.characteristics);
		const found = new Set<number>();
		atlas.practices.forEach((practice, row) => {
			const record = recordOfPractice(atlas, row);
			if (record === null || found.has(record) || !this.isApart(row)) return;
			if (wanted.size > 0 && !practice.characteristics.some((at) => wanted.has(characteristicKey(atlas, at))))
				return;
			if (rowsOf(index.adoptionsOfPractice, row).some((at) => this.ever.has(adoptions.organisation[at]!)))
				found.add(record);
		});
		return [...found].sort((a, b) => a - b);
	}

	/** Whether a row of a table of spells counts: a view may leave out what is only inferred. */
	isFact(table: Pick<SpellTable, 'confidence'>, row: number): boolean {
		return !this.view.statedOnly || table.confidence[row] !== INFERRED;
	}

	/** Whether an adoption is one of the view's practices and counts as a fact. */
	isMeant(adoption: number): boolean {
		const { adoptions } = this.atlas;
		return this.isFact(adoptions, adoption) && this.practices.has(adoptions.practice[adoption]!);
	}

	/** Rows of an organisation's adoptions that are meant, at whatever stage. */
	adoptionsOf(organisation: number): number[] {
		const rows = rowsOf(this.atlas.index.adoptionsOfOrganisation, organisation);
		return Array.from(rows).filter((row) => this.isMeant(row));
	}

	/**
	 * Days of an adoption at the stages the view asks for, or from the stage it counts from, while its
	 * organisation exists. Whether the adoption is meant is another question.
	 */
	spans(adoption: number): readonly Span[] {
		const { spans } = this.#found;
		const known = spans.get(adoption);
		if (known !== undefined) return known;
		const found = adoptionSpans(this.atlas, adoption, this.view);
		spans.set(adoption, found);
		return found;
	}

	/** The days on which an organisation is part of the view, all its filters but the date applied. */
	presence(organisation: number): readonly Span[] {
		const { days } = this.#found;
		const known = days.get(organisation);
		if (known !== undefined) return known;
		this.#found.presence ??= presenceIn(this);
		const found = this.#found.presence(organisation);
		days.set(organisation, found);
		return found;
	}

	/** `presence` of every organisation, as columns. */
	get presences(): Presences {
		return (this.#found.presences ??= listPresences(this.atlas.organisations.count, (row) =>
			this.presence(row)
		));
	}

	/** Rows of the organisations that are in the view on its date, ascending. */
	get organisations(): Int32Array {
		return (this.#organisations ??= organisationsIn(this.presences, this.window));
	}

	/** Rows of the organisations that are ever in the view. */
	get ever(): ReadonlySet<number> {
		return (this.#found.ever ??= new Set(this.presences.organisation));
	}

	/**
	 * The same conditions without those on what organisations do: everyone out of whom a practice is counted,
	 * whether they do it or not. A public record is itself a condition on what they do.
	 */
	get anyone(): Selection {
		return (this.#found.anyone ??= this.with({
			network: recordOf(this.atlas, this.view) === null ? this.view.network : null,
			practices: [],
			characteristics: [],
			stages: []
		})).on(this.view);
	}

	/** The movement that the view shows, where it follows its network so far; null for members, and without a network. */
	get movement(): Movement | null {
		const { atlas, view } = this;
		// A status is a matter between a network and its members.
		if (reachOf(atlas, view) !== 'movement' || view.statuses.length > 0) return null;
		return (this.#found.movement ??= new Movement(this, atlas.index.networkBySlug.get(view.network!)!));
	}

	/** Rows of the organisations of which nothing may be said about the view's practices. */
	get silent(): ReadonlySet<number> {
		return (this.#found.silent ??= silentOrganisations(this));
	}

	/** The selection of a view that differs in some parts. */
	with(part: Partial<View>): Selection {
		return new Selection(this.atlas, { ...this.view, ...part }, this.#records);
	}

	/** The same selection on another date. */
	on({ date, mode, months }: Dates): Selection {
		const { view } = this;
		if (date === view.date && mode === view.mode && months === view.months) return this;
		return new Selection(this.atlas, { ...view, date, mode, months }, this.#records, this.#found);
	}
}

/** What a view means in an atlas. */
export function select(atlas: Atlas, view: View): Selection {
	return new Selection(atlas, view);
}
