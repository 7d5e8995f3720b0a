import type { RequestEvent } from '@sveltejs/kit';
import { atlasDocuments } from '#lib/search/atlas-documents.ts';
import type { SearchWords } from '#lib/search/atlas-documents.ts';
import type { SearchDocument } from '#lib/search/documents.ts';
import { SearchIndexBuilder } from '#lib/search/search-index-builder.ts';
import type { SearchIndex } from '#lib/search/search-index.ts';
import { sitePages } from '#lib/search/site-pages.ts';
import { loadWhole } from './atlas.ts';
import { inPages } from './in-pages.ts';
import { VersionedCache } from './versioned-cache.ts';
import { VISITOR, visibilityOf } from './visibility.ts';

/** Gathering pauses for others after so long. */
const TURN_MS = 10;
const MOST_BYTES = 128 * 1024 * 1024;
/** Of one document with its words, roughly. */
const DOCUMENT_BYTES = 4000;

const indexes = new VersionedCache<{ index: SearchIndex; documents: number }>({
	mostBytes: MOST_BYTES,
	bytesOf: ({ documents }) => documents * DOCUMENT_BYTES
});

/**
 * Everything that the caller may find, by the atlas that the caller sees; gathered once for all who see the same,
 * and again when it changes.
 */
export async function loadSearch(event: RequestEvent): Promise<SearchIndex> {
	const whole = await loadWhole(event);
	const { index } = await indexes.read(whole.state, '', async () => {
		const words = await readWords(event);
		return gather(function* () {
			yield* atlasDocuments(whole.atlas(), words);
			yield* sitePages();
		});
	});
	return index;
}

/** What is searched beside the atlas; only what is said of rows that the atlas has is used. */
async function readWords(event: RequestEvent): Promise<SearchWords> {
	const { visitor, supabase } = event.locals;
	const reader = (await visibilityOf(event)) === VISITOR ? visitor : supabase;
	const [organisations, frameworks] = await Promise.all([
		inPages('What organisations say of themselves', (from, to) =>
			reader
				.from('organisations')
				.select('slug, summary')
				.not('summary', 'is', null)
				.order('slug')
				.range(from, to)
		),
		inPages('The frameworks', (from, to) =>
			reader
				.from('frameworks')
				.select('name, networks!frameworks_network_id_fkey(slug)')
				.order('id')
				.range(from, to)
		)
	]);
	return {
		summaries: new Map(organisations.map(({ slug, summary }) => [slug, summary ?? ''])),
		frameworks: frameworks.map(({ name, networks: { slug } }) => ({ name, network: slug }))
	};
}

async function gather(
	documentsOf: () => Iterable<SearchDocument>
): Promise<{ index: SearchIndex; documents: number }> {
	const builder = new SearchIndexBuilder();
	let documents = 0;
	let turnEnds = performance.now() + TURN_MS;
	for (const document of documentsOf()) {
		builder.add(document);
		documents += 1;
		if (performance.now() < turnEnds) continue;
		await new Promise((resolve) => setImmediate(resolve));
		turnEnds = performance.now() + TURN_MS;
	}
	return { index: builder.finish(), documents };
}
