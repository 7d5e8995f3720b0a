import { error } from '@sveltejs/kit';
import type { RequestEvent } from '@sveltejs/kit';
import { loadAreaFigures } from '../areas.ts';
import { loadWhole } from '../atlas.ts';
import { networkOfCaller } from '../http/network-address.ts';
import { VersionedCache } from '../versioned-cache.ts';
import { SpentError } from './address-budget.ts';
import type { AddressBudget } from './address-budget.ts';
import { BusyError } from './answer-pool.ts';
import type { AnswerPool } from './answer-pool.ts';
import type { Answer } from './protocol.ts';

const MOST_BYTES = 64 * 1024 * 1024;
const RETRY_SECONDS = 5;

/**
 * Answers slow questions in a thread of their own and keeps the answers: one for all who see the same
 * snapshot and ask the same, and so never a member's for a visitor.
 */
export class Answers {
	readonly #kept = new VersionedCache<Answer>({ mostBytes: MOST_BYTES, bytesOf: ({ bytes }) => bytes });
	readonly #pool: Pick<AnswerPool, 'ask'>;
	readonly #budget: AddressBudget;

	constructor(pool: Pick<AnswerPool, 'ask'>, budget: AddressBudget) {
		this.#pool = pool;
		this.#budget = budget;
	}

	/**
	 * @param args plain data; equal arguments are one question
	 * @throws the answer 503, to be tried again, while too many questions wait; 429 when the address had its share
	 */
	async ask(event: RequestEvent, name: string, args: unknown): Promise<unknown> {
		const [atlas, areas] = await Promise.all([loadWhole(event), loadAreaFigures(event)]);
		const key = JSON.stringify([name, atlas.state, areas.state, args]);
		const address = networkOfCaller(event);
		try {
			const read = (): Promise<Answer> =>
				this.#kept.read(key, '', () =>
					this.#pool.ask({
						name,
						atlas: { state: atlas.state, wire: atlas.wire },
						areas: { state: areas.state, wire: areas.wire },
						args,
						spend: (ms) => void this.#budget.spend(address, ms)
					})
				);
			// Around the read, which is shared: nobody is refused for what another address spent.
			const { output } = await (this.#kept.has(key, '') ? read() : this.#budget.during(address, read));
			return output;
		} catch (cause) {
			return refuse(event, cause);
		}
	}
}

function refuse(event: RequestEvent, cause: unknown): never {
	if (cause instanceof BusyError) {
		event.setHeaders({ 'retry-after': String(RETRY_SECONDS) });
		error(503, 'This site is measuring for many people at the moment. Please try again in a few seconds.');
	}
	if (cause instanceof SpentError) {
		event.setHeaders({ 'retry-after': String(cause.waitSeconds) });
		error(429, 'Your address has asked for much to be measured. Please wait a minute and try again.');
	}
	throw cause;
}
