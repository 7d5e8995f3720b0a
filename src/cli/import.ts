import { open, stat } from 'node:fs/promises';
import { BoundaryError, MOST_BYTES, parseBoundaries } from '#lib/exchange/boundaries.ts';
import { matchBoundaries } from '#lib/exchange/boundary-match.ts';
import type { BoundaryMatch } from '#lib/exchange/boundary-match.ts';
import { areaCodes, writeBoundaries } from '#lib/server/import-boundaries.ts';
import { withBackend } from '#lib/server/with-backend.ts';
import type { Command } from './main.ts';

const FETCH_LIMIT_MS = 60_000;
const MOST_LISTED = 20;

export const command: Command = {
	usage: 'import boundaries <file or address> [--source "<whose they are>"]',
	summary:
		'Brings boundaries of areas from GeoJSON or TopoJSON; writes nothing unless the whole file is right.',
	async run(words) {
		const [what, from, ...rest] = words;
		const source = rest[0] === '--source' ? rest[1] : undefined;
		const isComplete =
			rest.length === 0 || (rest.length === 2 && source !== undefined && source.trim() !== '');
		if (what !== 'boundaries' || from === undefined || !isComplete) {
			process.stderr.write(`Usage: ${command.usage}\n`);
			return 2;
		}
		const isAddress = /^https?:\/\//.test(from);
		const text = isAddress ? await readAddress(from) : await readFile(from);
		const { column, features } = parseBoundaries(text);
		return withBackend(async (backend) => {
			const { current, former } = await areaCodes(backend);
			const match = matchBoundaries(features, current, former);
			process.stdout.write(report(match, column, features.length));
			if (match.matched.length === 0)
				throw new BoundaryError('None of the codes is an area here, so nothing was written.');
			await writeBoundaries(
				backend,
				match.matched,
				source ?? (isAddress ? from : `Imported from ${nameOf(from)}`)
			);
			process.stdout.write(`Wrote ${match.matched.length} boundaries in place of those there were before.\n`);
			return 0;
		});
	}
};

async function readFile(path: string): Promise<string> {
	const { size } = await stat(path).catch(() => {
		throw new BoundaryError(`There is no file ${path}.`);
	});
	if (size > MOST_BYTES) throw tooLarge(size);
	const file = await open(path);
	try {
		return await file.readFile('utf8');
	} finally {
		await file.close();
	}
}

/** Reads an address, and stops as soon as it grows past the limit, whatever it said before. */
async function readAddress(address: string): Promise<string> {
	const response = await fetch(address, { signal: AbortSignal.timeout(FETCH_LIMIT_MS) }).catch(
		(cause: unknown) => {
			throw new BoundaryError(
				`${address} could not be read: ${cause instanceof Error ? cause.message : String(cause)}.`
			);
		}
	);
	if (!response.ok) throw new BoundaryError(`${address} answered with status ${response.status}.`);
	const announced = Number(response.headers.get('content-length') ?? 0);
	if (announced > MOST_BYTES) throw tooLarge(announced);
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of response.body ?? []) {
		size += (chunk as Uint8Array).byteLength;
		if (size > MOST_BYTES) throw tooLarge(size);
		chunks.push(chunk as Uint8Array);
	}
	return Buffer.concat(chunks).toString('utf8');
}

function tooLarge(bytes: number): BoundaryError {
	return new BoundaryError(
		`The file has ${Math.round(bytes / 1e6)} MB and the most is ${MOST_BYTES / 1e6} MB: take a generalised version, which looks the same on a map of the country.`
	);
}

function report(
	{ matched, renamed, unknown, missing }: BoundaryMatch,
	column: string,
	total: number
): string {
	const lines = [`Found ${total} areas by the column "${column}"; ${matched.length} are areas here.`];
	if (renamed.length > 0)
		lines.push(`Former codes read as today's: ${listed(renamed.map(({ from, to }) => `${from} as ${to}`))}.`);
	if (unknown.length > 0) lines.push(`Not areas here: ${listed(unknown)}.`);
	if (missing.length > 0) lines.push(`Without a boundary in the file: ${listed(missing)}.`);
	return `${lines.join('\n')}\n`;
}

function listed(items: readonly string[]): string {
	const more = items.length - MOST_LISTED;
	return more > 0 ? `${items.slice(0, MOST_LISTED).join(', ')} and ${more} more` : items.join(', ');
}

function nameOf(path: string): string {
	return path.split(/[\\/]/).at(-1) ?? path;
}
