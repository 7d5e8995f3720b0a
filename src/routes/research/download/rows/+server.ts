import { error, redirect } from '@sveltejs/kit';
import { prepareStudy } from '#lib/analysis/study/prepare-study.ts';
import { studyCore } from '#lib/analysis/study/study.ts';
import { studyData } from '#lib/analysis/study/study-data.ts';
import { AnalysisError } from '#lib/analysis/analysis-error.ts';
import { isoDay } from '#lib/domain/day.ts';
import { zipBundle } from '#lib/exchange/research-bundle.ts';
import { loadAtlas } from '#lib/server/atlas.ts';
import { parseView } from '#lib/view/view.ts';
import { readForm } from '../../../form-input.ts';
import { usualPractice } from '../../practice-choices.ts';
import { parseResearch, populationWords, studyChoice } from '../../research-address.ts';
import { researchBundleOf } from '../../research-files.ts';
import { researchNetworks } from '../../research-networks.ts';
import { formAddress } from '../form-address.ts';
import { memberRows } from '../member-rows.ts';
import { pseudonyms } from '../pseudonyms.ts';
import { TERMS, TERMS_VERSION } from '../terms.ts';
import type { RequestHandler } from './$types';

const LONGEST_PURPOSE = 1000;
const LONGEST_ADDRESS = 8000;
/** Longer addresses are not gone on to after signing in. */
const LONGEST_NEXT = 2000;

/** Logs the download and hands out the rows: no log, no rows. */
export const POST: RequestHandler = async (event) => {
	const fields = await readForm(event.request);
	const text = (name: string): string => {
		const value = fields.get(name);
		return typeof value === 'string' ? value.trim() : '';
	};
	const search = new URLSearchParams(text('search').slice(0, 4000));
	const purpose = text('purpose').slice(0, LONGEST_PURPOSE);
	// What was chosen and typed goes along, so that nothing is entered twice.
	const form = (longest: number) => formAddress(search, { of: text('of'), purpose }, longest);
	const refuse = (problem: string): never => redirect(303, `${form(LONGEST_ADDRESS)}&problem=${problem}`);

	if ((await event.locals.session()) === null)
		redirect(303, `/auth/sign-in?next=${encodeURIComponent(form(LONGEST_NEXT))}`);
	const network = researchNetworks(await event.locals.caller()).find(({ slug }) => slug === text('of'));
	if (network === undefined) return refuse('network');
	if (text('terms') !== TERMS_VERSION) return refuse('terms');
	if (purpose === '') return refuse('purpose');

	const atlas = await loadAtlas(event);
	const { view } = parseView(search);
	const { state } = parseResearch(search);
	const asked = studyChoice(
		{ ...view, network: network.slug, selection: [], areas: [] },
		state,
		usualPractice(atlas, network.slug)
	);
	const choice = { ...asked, weights: ['ties' as const, 'learnt' as const] };
	try {
		const data = studyData(atlas, null, choice);
		const study = prepareStudy(data, choice, null);
		const title = `How “${data.practice.name}” spread among ${populationWords(choice, network.name)}`;

		const { error: refused } = await event.locals.supabase.from('research_downloads').insert({
			network_id: network.id,
			terms_version: TERMS_VERSION,
			purpose,
			content: title.slice(0, 400)
		});
		if (refused !== null) error(403, 'The download could not be logged, so nothing is handed out.');

		const core = studyCore(study);
		const idOf = pseudonyms();
		const bundle = researchBundleOf(
			{
				panel: study.panel,
				names: study.names,
				networks: study.networks,
				data,
				groupBy: choice.groupBy,
				unit: study.unit,
				// What is set apart names bodies, and a group of few points at them.
				results: { core: { ...core, leftOut: core.leftOut.map(({ reason, count }) => ({ reason, count })) } },
				permutations: choice.permutations,
				seed: choice.seed
			},
			{
				title,
				name: `goodways-${network.slug}-pseudonymised`,
				notes: [
					`${core.n} bodies, ${core.periods[0]} to ${core.periods.at(-1)} by ${core.unit}, records as of ${isoDay(atlas.asOf)}.`,
					'Names are replaced by codes made anew for every download; places shared by fewer than five are blank.',
					'Networks of geography are left out, since their shape would tell who is who.'
				],
				address: `${event.url.origin}/research`,
				createdOn: isoDay(atlas.asOf),
				terms: [`Version ${TERMS_VERSION}.`, ...TERMS.map((term, at) => `${at + 1}. ${term}`)].join('\n')
			},
			{ idOf, isPseudonymous: true },
			[memberRows(atlas, network.slug, idOf)]
		);
		return new Response(zipBundle(bundle), {
			headers: {
				'content-type': 'application/zip',
				'content-disposition': `attachment; filename="${bundle.name}.zip"`,
				'cache-control': 'private, no-store'
			}
		});
	} catch (cause) {
		if (cause instanceof AnalysisError) error(400, cause.message);
		throw cause;
	}
};
