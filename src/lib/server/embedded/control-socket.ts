import { chmodSync, mkdirSync, rmSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { dirname } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { controlAddress, isControlAddressOwn } from './control-address.ts';
import { CallFault, Caller, serveCalls } from '#lib/calls/calls.ts';
import type { Socket } from 'node:net';
import type { CallMessage, ReplyMessage } from '#lib/calls/calls.ts';
import type { EngineCalls, Port } from './protocol.ts';

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
	const rollBack = (): void => {
		for (const transaction of open) void port.call('rollback', transaction).catch(() => {});
		open.clear();
	};
	const end = (name: 'commit' | 'rollback') => async (transaction: number) => {
		await port.call(name, transaction);
		open.delete(transaction);
	};
	const served: EngineCalls = {
		fetch: (request) => port.call('fetch', request),
		query: (statement) => port.call('query', statement),
		exec: (statement) => port.call('exec', statement),
		async begin() {
			const transaction = await port.call('begin', null);
			open.add(transaction);
			if (socket.destroyed) rollBack();
			return transaction;
		},
		commit: end('commit'),
		rollback: end('rollback'),
		signInToken: (email) => port.call('signInToken', email),
		schemaChanged: () => port.call('schemaChanged', null)
	};
	const answer = serveCalls(served, (reply) => writeMessage(socket, reply));
	readMessages(socket, (message) => void answer(message as CallMessage));
	socket.on('error', () => socket.destroy());
	socket.once('close', rollBack);
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

	const caller = new Caller<EngineCalls>((call) => writeMessage(socket, call));
	readMessages(socket, (message) => caller.hear(message as ReplyMessage));
	socket.on('error', () => socket.destroy());
	socket.once('close', () =>
		caller.fail(
			new CallFault({
				name: 'ServerGone',
				message: 'The server went away before it answered.',
				code: 'server_gone',
				detail: null
			})
		)
	);
	return {
		call: (name, input, options) => caller.call(name, input, options),
		close: () =>
			new Promise((resolve) => {
				socket.end(() => resolve());
			})
	};
}

/** Each message is its length in four bytes and then its clone. */
function writeMessage(socket: Socket, message: CallMessage | ReplyMessage): void {
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
