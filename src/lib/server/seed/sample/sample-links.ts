import { seedId } from '../seed-id.ts';
import type { SeedRow, SeedTable } from '../seed-table.ts';
import { dateOf } from './days.ts';
import type { Random } from './random.ts';
import { SAMPLE_NETWORK_ID, type SampleOrganisation } from './sample-organisations.ts';
import { characteristicId, type SamplePractice } from './sample-practices.ts';

const COUNT = 40;
const UPCOMING = 6;
const HOUR_MS = 3_600_000;

const READING = ['report', 'case study', 'post', 'story', 'toolkit', 'video', 'paper', 'website'] as const;
const TITLES: Readonly<Record<string, readonly string[]>> = {
	report: ['What a year of it taught us', 'Two winters on: an honest look'],
	'case study': ['How we began with four people', 'From a pilot to every team'],
	post: ['We stopped doing this, and here is why', 'Five questions from our visitors'],
	story: ['The afternoon that changed our form', 'What Sam asked for first'],
	toolkit: ['The first ninety days, step by step', 'Cards for your own workshop'],
	video: ['Nine minutes with the Friday team', 'A walk round the hall'],
	paper: ['Counting what residents count', 'Costs and savings, with caveats'],
	website: ['All our templates in one place', 'The open diary of a pilot'],
	webinar: ['Questions and answers with those who tried', 'Show us your failures'],
	event: ['Open day for visiting councils', 'Learning day of the sample network']
};
const QUESTIONS = [
	'Do you remember a time you got help that truly empowered you?',
	'What did you stop doing to make room for this?'
] as const;

/** Forty links on example.org: reading, past events with those who came, and events to come. */
export function sampleLinks(
	random: Random,
	organisations: readonly SampleOrganisation[],
	practices: readonly SamplePractice[],
	today: number
): { ids: string[]; tables: SeedTable[] } {
	const links: SeedRow[] = [];
	const about: SeedRow[] = [];
	const shows: SeedRow[] = [];
	const people: SeedRow[] = [];
	for (let nth = 0; nth < COUNT; nth += 1) {
		const isGathering = nth % 3 === 0;
		const kind = isGathering ? (nth % 2 === 0 ? 'event' : 'webinar') : random.pick(READING);
		const practice = random.pick(practices);
		const slug = `sample-link-${nth + 1}`;
		const id = seedId('learning_links', slug);
		const isUpcoming = isGathering && nth / 3 < UPCOMING;
		const day = isUpcoming ? today + random.whole(6, 130) : today - random.whole(20, 3_200);
		const isAllDay = kind === 'event' && random.chance(0.5);
		const startsAt = Date.parse(`${dateOf(day)}T${isAllDay ? '00' : '10'}:00:00Z`);
		const ratings = isUpcoming || random.chance(0.35) ? 0 : random.whole(1, 24);
		links.push({
			id,
			slug,
			url: `https://example.org/sample/links/${slug}`,
			title: random.pick(TITLES[kind] ?? ['Untitled']),
			kind,
			publisher: 'Sample network',
			summary: 'Invented for trying things out; the address leads nowhere in particular.',
			question: random.chance(0.15) ? random.pick(QUESTIONS) : null,
			network_id: SAMPLE_NETWORK_ID,
			published_on: isGathering ? null : dateOf(day),
			starts_at: isGathering ? new Date(startsAt).toISOString() : null,
			ends_at: isGathering && !isAllDay ? new Date(startsAt + 1.5 * HOUR_MS).toISOString() : null,
			all_day: isAllDay,
			source_url: `https://example.org/sample/links/${slug}`,
			status: 'published',
			is_sample: true,
			rating_average: ratings === 0 ? null : random.whole(28, 50) / 10,
			rating_count: ratings
		});
		about.push({ link_id: id, practice_id: practice.id });
		shows.push({ link_id: id, characteristic_id: characteristicId(random.whole(1, 5)) });
		const open = organisations.filter(
			({ foundedDay, closedDay }) => (foundedDay ?? day) <= day && (closedDay ?? day) >= day
		);
		const [maker, ...others] = random.sample(open, isGathering && !isUpcoming ? random.whole(6, 15) : 2);
		if (maker !== undefined) {
			people.push({ link_id: id, organisation_id: maker.id, role: isGathering ? 'hosted' : 'made' });
		}
		for (const other of others) {
			people.push({
				link_id: id,
				organisation_id: other.id,
				role: isGathering && !isUpcoming ? 'attended' : 'about'
			});
		}
	}
	return {
		ids: links.map(({ id }) => String(id)),
		tables: [
			{ table: 'learning_links', key: ['id'], rows: links },
			{ table: 'learning_link_practices', key: ['link_id', 'practice_id'], rows: about },
			{ table: 'learning_link_characteristics', key: ['link_id', 'characteristic_id'], rows: shows },
			{ table: 'learning_link_organisations', key: ['link_id', 'organisation_id', 'role'], rows: people }
		]
	};
}
