/** What may be called at the other end, by name; inputs and outputs survive a structured clone. */
export type Served = Record<string, (input: never, context: CallContext) => unknown>;
export type InputOf<Api extends Served, Name extends keyof Api> = Parameters<Api[Name]>[0];
export type OutputOf<Api extends Served, Name extends keyof Api> =
	Awaited<ReturnType<Api[Name]>> extends HandedOver<infer Output> ? Output : Awaited<ReturnType<Api[Name]>>;

/** Through it a called function tells how far it has come, 0 to 1. */
export interface CallContext {
	progress(share: number): void;
}

export type CallMessage = { id: number; name: string; input: unknown };

/** Any number of `progress`, then one `output` or one `fault`. */
export type ReplyMessage =
	| { id: number; kind: 'progress'; share: number }
	| { id: number; kind: 'output'; output: unknown }
	| { id: number; kind: 'fault'; fault: PlainFault };

/** An error as it travels; `code` is an SQLSTATE or Node's own, where there is one. */
export type PlainFault = { name: string; message: string; code: string | null; detail: string | null };

/** A call that failed at the other end: name and message are those of the error there. */
export class CallFault extends Error {
	readonly code: string | null;
	readonly detail: string | null;
	constructor({ name, message, code, detail }: PlainFault) {
		super(message);
		[this.name, this.code, this.detail] = [name, code, detail];
	}
}

export function plainFault(cause: unknown): PlainFault {
	const { name, message, code, detail } = (cause instanceof Error ? cause : new Error(String(cause))) as {
		[Key in keyof PlainFault]: unknown;
	};
	const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
	return { name: String(name), message: String(message), code: text(code), detail: text(detail) };
}

/** An output whose buffers are handed over rather than copied. */
export class HandedOver<Output> {
	constructor(
		readonly output: Output,
		readonly transfer: Transferable[]
	) {}
}

/** The end that is called: give what it returns each message that comes in. */
export function serveCalls(
	served: Served,
	post: (reply: ReplyMessage, transfer: Transferable[]) => void
): (call: CallMessage) => Promise<void> {
	return async ({ id, name, input }) => {
		try {
			if (!Object.hasOwn(served, name)) throw new Error(`There is nothing called “${name}”.`);
			const context: CallContext = { progress: (share) => post({ id, kind: 'progress', share }, []) };
			const output = await served[name]!(input as never, context);
			if (output instanceof HandedOver) post({ id, kind: 'output', output: output.output }, output.transfer);
			else post({ id, kind: 'output', output }, []);
		} catch (cause) {
			post({ id, kind: 'fault', fault: plainFault(cause) }, []);
		}
	};
}

export type CallOptions = { onprogress?: (share: number) => void; transfer?: Transferable[] };
type Waiting = CallOptions & { resolve: (output: never) => void; reject: (cause: unknown) => void };

/** The end that calls: posts messages, and is to be told each reply that comes in. */
export class Caller<Api extends Served> {
	readonly waiting = new Map<number, Waiting>();
	#last = 0;

	constructor(readonly post: (call: CallMessage, transfer: Transferable[]) => void) {}

	call<Name extends keyof Api & string>(name: Name, input: InputOf<Api, Name>, options: CallOptions = {}) {
		const id = ++this.#last;
		return new Promise<OutputOf<Api, Name>>((resolve, reject) => {
			this.post({ id, name, input }, options.transfer ?? []);
			this.waiting.set(id, { ...options, resolve: resolve as (output: never) => void, reject });
		});
	}

	hear(reply: ReplyMessage): void {
		const waiting = this.waiting.get(reply.id);
		if (reply.kind === 'progress') return waiting?.onprogress?.(reply.share);
		this.waiting.delete(reply.id);
		if (reply.kind === 'output') waiting?.resolve(reply.output as never);
		else waiting?.reject(new CallFault(reply.fault));
	}

	/** Fails all that waits, as when the other end is gone. */
	fail(cause: unknown): void {
		for (const { reject } of this.waiting.values()) reject(cause);
		this.waiting.clear();
	}
}
