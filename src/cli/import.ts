import { open, stat } from 'node:fs/promises';
import { BoundaryError } from '#lib/exchange/boundary-error.ts';
import { MOST_BYTES, parseBoundaries } from '#lib/exchange/boundaries.ts';
import { knownAreas, writeBoundaries } from '#lib/server/import-boundaries.ts';
import { withBackend } from '#lib/server/with-backend.ts';
import { placeBoundaries } from './place-boundaries.ts';
import type { Command } from './main.ts';

const FETCH_LIMIT_MS = 60_000;

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
		const file = parseBoundaries(text);
		return withBackend(async (backend) => {
			const { report, placed, refusal } = placeBoundaries(file, await knownAreas(backend));
			process.stdout.write(report);
			if (refusal !== null) throw refusal;
			await writeBoundaries(backend, placed, source ?? (isAddress ? from : `Imported from ${nameOf(from)}`));
			process.stdout.write(
				`Wrote ${placed.length} ${placed.length === 1 ? 'boundary' : 'boundaries'} in place of those there were before.\n`
			);
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

function nameOf(path: string): string {
	return path.split(/[\\/]/).at(-1) ?? path;
}
