import type { TimeAxis } from '#lib/layout/timeline.ts';
import type { StageSeries } from '#lib/analysis/graph/stage-series.ts';
import type { PictureChoice } from '#lib/view/network-choice.ts';
import type { NetworkPicture } from '#lib/view/network-picture.ts';
import type { View } from '#lib/view/view.ts';
import { createTaskWorker } from '#lib/worker/task-worker.ts';
import type { TaskWorker } from '#lib/worker/task-worker.ts';
import type { LayoutStart } from '#lib/network/layout-start.ts';
import type { NetworkMoment } from '#lib/network/network-moment.ts';
import type { NetworkReading } from '#lib/network/network-reading.ts';
import { pictureKey, readingKey } from './network-address.ts';
import { namesIn, namesOf } from './network-names.ts';
import { Latest, MomentRun, followLayout, measured } from './network-runs.ts';
import type { MomentQuestion } from '#lib/network/network-moment.ts';
import type { NamedNode } from './network-table.ts';

/** How long a date rests before the slow numbers follow it (ms). */
const REST_MS = 220;

/** Something said of a network on a date, with the names of whom it speaks of. */
export interface Told<What> {
	/** Of which picture and date, as `readingKey` makes it. */
	key: string;
	what: What;
	names: Record<number, NamedNode>;
}

/**
 * What is to be told beside a picture. The server reads a network that it can measure while a page waits, so the
 * browser reads only larger ones, and what the server leaves to it: month by month.
 */
export type Telling = 'nothing' | 'months' | 'reading and months';

/**
 * What one visit of the network page has computed so far. Drawing, measuring and reading each have a
 * worker of their own, so that a slow measure holds up neither the layout nor the date.
 */
export class NetworkSession {
	picture = $state.raw<NetworkPicture | null>(null);
	/** Places as the layout has them so far; null before the first. */
	positions = $state.raw<Float32Array | null>(null);
	/** The years below the time layout; null for every other. */
	axis = $state.raw<TimeAxis | null>(null);
	/** Radius of each ring around the node in the middle; none for every other layout. */
	rings = $state.raw<number[]>([]);
	/** Which layout the places belong to. */
	layoutKey = $state('');
	isSettling = $state(false);
	/** Share of the layout that is finished. */
	share = $state(0);
	moment = $state.raw<NetworkMoment | null>(null);
	/** The question that `moment` answers. */
	momentKey = $state('');
	/** The latest reading; of another date or picture than is shown, until its own has come. */
	reading = $state.raw<Told<NetworkReading> | null>(null);
	/** The latest months, likewise. */
	months = $state.raw<Told<StageSeries | null> | null>(null);
	trouble = $state<string | null>(null);
	readonly counts = $derived.by(() => {
		const sum = (mask: Uint8Array): number => mask.reduce((total, one) => total + one, 0);
		return this.moment === null
			? null
			: { nodes: sum(this.moment.drawn.nodes), links: sum(this.moment.drawn.links) };
	});

	readonly #isVisitor: boolean;
	#drawing: TaskWorker | null = null;
	#measuring: TaskWorker | null = null;
	#slow: TaskWorker | null = null;
	readonly #pictures = new Latest();
	readonly #layouts = new Latest();
	readonly #moments = new MomentRun();
	#pictureKey = '';
	#waiting: { question: MomentQuestion; key: string } | null = null;
	#isMeasuring = false;
	#readings = 0;
	#rest: ReturnType<typeof setTimeout> | undefined;
	/** What is to be read once the picture stands. */
	#unread: (() => void) | null = null;
	#under: { key: string; control: AbortController } | null = null;
	readonly #telling: () => Telling;

	/** @param isVisitor whether to see what every visitor sees, whoever is signed in */
	constructor(telling: () => Telling, isVisitor = false) {
		this.#telling = telling;
		this.#isVisitor = isVisitor;
	}

	/** Reads a view as a network. */
	async load(view: View, choice: PictureChoice): Promise<void> {
		const isLatest = this.#pictures.begin();
		this.#drawing ??= createTaskWorker();
		try {
			const picture = await this.#drawing.call('network-picture', {
				view: $state.snapshot(view),
				choice: $state.snapshot(choice),
				isVisitor: this.#isVisitor
			});
			if (!isLatest()) return;
			// Nothing of the last one may pass for this one's; what the server says of this one is there already.
			this.#layouts.begin();
			this.isSettling = false;
			this.#unread = null;
			this.reading = this.months = this.moment = this.positions = null;
			this.momentKey = '';
			this.#pictureKey = pictureKey(view, choice);
			this.picture = picture;
			this.trouble = null;
		} catch {
			if (isLatest()) {
				this.reading = this.months = null;
				this.trouble =
					'The network could not be loaded. The table shows the same; try again by reloading the page.';
			}
		}
	}

	/** Lays the picture out; places arrive as they are found. */
	async layOut(start: LayoutStart, key: string): Promise<void> {
		const isLatest = this.#layouts.begin();
		this.#drawing ??= createTaskWorker();
		this.isSettling = true;
		try {
			await followLayout(this.#drawing, start, isLatest, ({ positions, isDone, share, axis, rings }) => {
				this.positions = positions;
				this.axis = axis;
				this.rings = rings;
				this.layoutKey = key;
				this.share = share;
				if (isDone) this.#settle();
			});
		} catch (cause) {
			if (!isLatest()) return;
			this.#settle();
			this.#report(
				cause,
				'The network could not be laid out. The table shows the same; reload the page to try again.'
			);
		}
	}

	/** Leaves the layout as it is. */
	halt(): void {
		this.#layouts.begin();
		this.#settle();
	}

	/** Measures the picture on a date; a question that comes while another is answered waits, the last one only. */
	measure(question: MomentQuestion, key: string): void {
		this.#waiting = { question, key };
		if (!this.#isMeasuring) void this.#answer();
	}

	/** Ends all work and forgets what was computed; the next request starts anew. */
	stop(): void {
		clearTimeout(this.#rest);
		for (const latest of [this.#pictures, this.#layouts]) latest.begin();
		for (const worker of [this.#drawing, this.#measuring, this.#slow]) worker?.stop();
		this.#drawing = this.#measuring = this.#slow = null;
		// What was under way never answers, so nothing of it may be waited for.
		this.#waiting = this.#under = this.#unread = null;
		this.#moments.clear();
		this.#isMeasuring = this.isSettling = false;
		this.picture = this.positions = this.moment = this.reading = this.months = null;
		this.momentKey = this.layoutKey = '';
	}

	#settle(): void {
		this.isSettling = false;
		this.#unread?.();
		this.#unread = null;
	}

	/** Tells the reader what to do, and whoever looks into the console why. */
	#report(cause: unknown, words: string): void {
		console.error(cause);
		this.trouble = words;
	}

	async #answer(): Promise<void> {
		this.#isMeasuring = true;
		while (this.#waiting !== null && this.picture !== null) {
			const { question, key } = this.#waiting;
			const picture = this.picture;
			this.#waiting = null;
			this.#measuring ??= createTaskWorker();
			try {
				await this.#moments.ask(this.#measuring, picture, question, (moment) => {
					if (picture !== this.picture) return;
					this.moment = moment;
					this.momentKey = key;
				});
				if (picture !== this.picture) continue;
				clearTimeout(this.#rest);
				this.#rest = setTimeout(() => this.#readWhenSettled(picture, question), REST_MS);
			} catch (cause) {
				this.#report(
					cause,
					'The network could not be measured. What is drawn is right, its figures are missing; reload the page to try again.'
				);
			}
		}
		this.#isMeasuring = false;
	}

	/** The picture first: on a machine of two cores the words would take one from it. */
	#readWhenSettled(picture: NetworkPicture, question: MomentQuestion): void {
		const read = (): void => void this.#read(picture, question);
		if (this.isSettling) this.#unread = read;
		else read();
	}

	async #read(picture: NetworkPicture, { window }: MomentQuestion): Promise<void> {
		const telling = this.#telling();
		if (picture !== this.picture || telling === 'nothing') return;
		const key = readingKey(this.#pictureKey, window);
		if (this.#under?.key === key) return;
		this.#under?.control.abort(new Error('another date is wanted'));
		const control = new AbortController();
		this.#under = { key, control };
		const worker = (this.#slow ??= createTaskWorker());
		const options = { signal: control.signal };
		const columns = measured(picture);
		try {
			if (telling === 'reading and months') {
				// Each reading may begin in a new worker, as giving up the last one ends it.
				const what = await worker.call(
					'network-reading',
					{ id: ++this.#readings, picture: columns, window },
					options
				);
				this.reading = { key, what, names: namesIn(picture, what) };
			}
			const what = await worker.call('network-months', { picture: columns, until: window.day }, options);
			const { joined = [], left = [] } = what?.yearAgo ?? {};
			this.months = { key, what, names: namesOf(picture, [...joined, ...left]) };
		} catch (cause) {
			if (control.signal.aborted) return;
			// So that the same date may be tried again.
			this.#under = null;
			this.#report(
				cause,
				'The words and numbers beside the picture could not be worked out. Choose another date and come back, or reload the page.'
			);
		}
	}
}
