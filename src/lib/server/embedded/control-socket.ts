import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { controlAddress, isControlAddressOwn } from './control-address.ts';
import { BackendError, plainError } from './protocol.ts';
import type { Socket } from 'node:net';
import type { Answer, Call, Numbered, Port } from './protocol.ts';

/**
 * Lets commands reach the database of a running server; only the folder's owner may.
 *
 * @throws when somebody else holds the folder of the socket
 */
export async function listenForCommands(dataDir: string, port: Port): Promise<() => Promise<void>> {
	const address = controlAddress(dataDir);
	const isFile = process.platform !== 'win32';
	if (isFile) {
		mkdirSync(dirname(address), { recursive: true, mode: 0o700 });
		if (!isControlAddressOwn(dataDir)) {
			throw new Error(
				`The folder ${dirname(address)} belongs to somebody else or lets others write: remove it, or set DATA_DIR to a shorter path.`
			);
		}
		rmSync(address, { force: true });
	}
	const sockets = new Set<Socket>();
	const server = createServer((socket) => {
		sockets.add(socket);
		socket.once('close', () => sockets.delete(socket));
		serveCommand(socket, port);
	});
	const before = isFile ? process.umask(0o177) : 0;
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(address, resolve);
	}).finally(() => {
		if (isFile) process.umask(before);
	});
	if (isFile) chmodSync(address, 0o600);
	server.unref();
	return () =>
		new Promise((resolve) => {
			server.close(() => resolve());
			for (const socket of sockets) socket.destroy();
		});
}

/** Answers one command; what it began and left open is rolled back when it goes. */
function serveCommand(socket: Socket, port: Port): void {
	const open = new Set<number>();
	readMessages(socket, (message) => {
		const { id, call } = message as Numbered;
		port.call(call).then(
			(value) => {
				note(call, value);
				if (socket.destroyed && call.kind === 'begin') rollBack();
				else writeMessage(socket, { id, value } satisfies Answer);
			},
			(cause: unknown) => writeMessage(socket, { id, error: plainError(cause) } satisfies Answer)
		);
	});
	socket.on('error', () => socket.destroy());
	socket.once('close', rollBack);

	function note(call: Call, value: unknown): void {
		if (call.kind === 'begin') open.add(value as number);
		if (call.kind === 'commit' || call.kind === 'rollback') open.delete(call.transaction);
	}

	function rollBack(): void {
		for (const transaction of open) void port.call({ kind: 'rollback', transaction }).catch(() => {});
		open.clear();
	}
}

/** A port to the running server of a data folder; null when none of its own listens. */
export async function connectToServer(dataDir: string): Promise<Port | null> {
	if (!isControlAddressOwn(dataDir)) return null;
	const socket = await new Promise<Socket | null>((resolve) => {
		const attempt = createConnection(controlAddress(dataDir));
		attempt.once('connect', () => resolve(attempt));
		attempt.once('error', () => resolve(null));
	});
	if (socket === null) return null;

	const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (cause: Error) => void }>();
	let last = 0;
	readMessages(socket, (message) => {
		const answer = message as Answer;
		const caller = waiting.get(answer.id);
		waiting.delete(answer.id);
		if ('error' in answer) caller?.reject(new BackendError(answer.error));
		else caller?.resolve(answer.value);
	});
	socket.on('error', () => socket.destroy());
	socket.once('close', () => {
		const gone = { message: 'The server went away before it answered.', code: 'server_gone', detail: null };
		for (const { reject } of waiting.values()) reject(new BackendError(gone));
		waiting.clear();
	});
	return {
		call: (call) =>
			new Promise((resolve, reject) => {
				const id = ++last;
				waiting.set(id, { resolve, reject });
				writeMessage(socket, { id, call } satisfies Numbered);
			}),
		close: () =>
			new Promise((resolve) => {
				socket.end(() => resolve());
			})
	};
}

/** Each message is its length in four bytes and then its clone. */
function writeMessage(socket: Socket, message: Numbered | Answer): void {
	if (socket.destroyed) return;
	const content = serialize(message);
	const head = Buffer.alloc(4);
	head.writeUInt32BE(content.length);
	socket.write(Buffer.concat([head, content]));
}

function readMessages(socket: Socket, take: (message: unknown) => void): void {
	let chunks: Buffer[] = [];
	let held = 0;
	socket.on('data', (chunk: Buffer) => {
		chunks.push(chunk);
		held += chunk.length;
		for (;;) {
			if (held < 4) return;
			if ((chunks[0]?.length ?? 0) < 4) chunks = [Buffer.concat(chunks)];
			const wanted = 4 + (chunks[0]?.readUInt32BE(0) ?? 0);
			if (held < wanted) return;
			const whole = chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks);
			take(deserialize(whole.subarray(4, wanted)));
			const rest = whole.subarray(wanted);
			chunks = rest.length > 0 ? [rest] : [];
			held = rest.length;
		}
	});
}
