import { INDICATOR_THEMES, THEME_WORDS } from '#lib/domain/indicators/indicator.ts';
import { writeFigure } from '#lib/domain/indicators/write-figure.ts';
import type { MadeStory, WhoToAsk } from './made-before.ts';
import type { ProposalFigure } from './figures.ts';
import { dayInWords, MAKING_WORDS } from './proposal.ts';
import type { ProposalReading } from './reading.ts';
import { figureInWords } from './side-by-side.ts';

/** What fits on two pages of A4; what is left out is counted. */
const FIT = { figures: 4, losses: 14, practices: 16, ask: 8, ties: 6, links: 6, networks: 6, areas: 14 };

/** A list that is cut to what fits, and how many were left out. */
export interface Cut<Item> {
	items: Item[];
	more: number;
}

/** Two pages about one proposal, ready to print. */
export interface ProposalSheet {
	name: string;
	subtitle: string;
	areas: Cut<string>;
	/** By theme: the figures that most of the likeness rests on. */
	themes: {
		theme: string;
		figures: { label: string; words: string; range: string; isApproximate: boolean }[];
	}[];
	/** Whom it is compared with. */
	group: string;
	peers: { rank: number; name: string; type: string; why: string }[];
	refusal: string | null;
	approximate: string;
	losses: Cut<{ name: string; kept: string; stay: string }>;
	from: string;
	practices: Cut<{ name: string; reach: string; who: string }>;
	networks: Cut<string>;
	ties: Cut<string>;
	links: Cut<string>;
	ask: { practice: string; sentence: string; holders: Cut<string> } | null;
	before: string;
}

const NAMES = new Intl.ListFormat('en-GB');
const REACH = { all: 'all', some: 'some', one: 'one alone', none: 'not counted yet' };

function cut<Item>(items: readonly Item[], most: number): Cut<Item> {
	return { items: items.slice(0, most), more: Math.max(0, items.length - most) };
}

/** What a committee reads of a proposal: the shorter half of what its page says. */
export function proposalSheet(
	{ proposal, parts, type, making, figures, peers, losses, predecessors, inheritance }: ProposalReading,
	ask: { practice: string; answer: WhoToAsk } | null,
	stories: readonly MadeStory[]
): ProposalSheet {
	const { finding, group, facts, weights } = peers;
	const weightOf = new Map(facts.indicators.map(({ column }, at) => [column, weights[at]!]));
	const own = new Set(['population_2024', 'households_census', 'land_area_km2']);
	const chosen = (theme: string) =>
		figures
			.filter(({ indicator, value }) => indicator.theme === theme && value !== null)
			.map((figure) => ({
				figure,
				weight: own.has(figure.indicator.column) ? Infinity : (weightOf.get(figure.indicator.column) ?? 0)
			}))
			.sort((a, b) => (a.weight === b.weight ? 0 : b.weight - a.weight))
			.slice(0, FIT.figures)
			.map(({ figure }) => figure);
	const all = stories.reduce((sum, { practices }) => sum + practices.length, 0);
	const wentOn = stories.reduce((sum, story) => sum + story.wentOn, 0);
	const without = peers.withoutApproximate;
	return {
		name: proposal.name,
		subtitle: `A ${type} made from ${MAKING_WORDS[making]}, ${dayInWords(proposal)}. Thought of, not decided.`,
		areas: cut(
			parts.map(({ name }) => name),
			FIT.areas
		),
		themes: INDICATOR_THEMES.map((theme) => ({
			theme: THEME_WORDS[theme],
			figures: chosen(theme).map((figure) => ({
				label: figure.indicator.label,
				words: figureInWords(figure),
				range: rangeInWords(figure),
				isApproximate: figure.making === 'approximate'
			}))
		})),
		group: `${group.rows.length - 1} ${group.name}`,
		peers: finding.peers.slice(0, 10).map(({ rank, name, type, alike, unlike }) => ({
			rank,
			name,
			type,
			why: [
				...(alike[0] === undefined ? [] : [`alike in ${inside(alike[0].label)}`]),
				...(unlike[0] === undefined ? [] : [`apart in ${inside(unlike[0].label)}`])
			].join('; ')
		})),
		refusal: finding.refusal,
		approximate: `${Math.round(100 * peers.approximateShare)}% of the likeness rests on medians, scores and ratios, which are only approximate.${
			without === null
				? ''
				: without.left.length === 0
					? ' Without them the first ten are the same councils.'
					: ` Without them ${NAMES.format(without.left)} ${without.left.length === 1 ? 'leaves' : 'leave'} the first ten and ${NAMES.format(without.entered)} ${without.entered.length === 1 ? 'enters' : 'enter'}.`
		}`,
		losses: cut(
			losses.map(({ name, peers, kept }) => ({
				name,
				kept: `${kept} of ${peers.length}`,
				stay: peers.flatMap(({ name, fate }) => (fate === 'stays' ? [name] : [])).join(', ')
			})),
			FIT.losses
		),
		from: NAMES.format(predecessors.bodies.map(({ name }) => name)),
		practices: cut(
			inheritance.practices.map(({ name, reach, from }) => ({
				name,
				reach: REACH[reach],
				who:
					NAMES.format(
						from.slice(0, 4).map(({ body, stage, since }) => `${body.name} (${stage}, ${since})`)
					) + (from.length > 4 ? ` and ${from.length - 4} more` : '')
			})),
			FIT.practices
		),
		networks: cut(
			inheritance.memberships.map(({ name, members }) => `${name} (${members.length})`),
			FIT.networks
		),
		ties: cut(
			inheritance.ties.map(({ body, words, other }) => `${body.name} ${words} ${other.name}`),
			FIT.ties
		),
		links: cut(
			inheritance.links.map(({ name }) => name),
			FIT.links
		),
		ask:
			ask === null
				? null
				: {
						practice: ask.practice,
						sentence: `${ask.answer.count} of ${ask.answer.of} councils made from ${MAKING_WORDS[making]} have it on record of their own.`,
						holders: cut(
							ask.answer.holders.map(
								({ council, made, stage, since, inheritedFrom }) =>
									`${council.name} (made ${made ?? 'on a day not recorded'}): ${stage}, ${since}${inheritedFrom === null ? '' : `, inherited from ${inheritedFrom.name}`}`
							),
							FIT.ask
						)
					},
		before: `Of ${all} practices on record of those before ${stories.length} councils made since 2019, ${wentOn} ${wentOn === 1 ? 'is' : 'are'} on record of the new council too. For the others nothing is recorded.`
	};
}

/** "36.5 to 45.9": the unit stands beside the figure already. */
function rangeInWords({ range, indicator }: ProposalFigure): string {
	if (range === null) return '';
	const [sign = ''] = /^[%£]/.exec(indicator.unit) ?? [];
	const words = (value: number) => writeFigure(value, { ...indicator, unit: sign }).trim();
	return `${words(range.least.value)} to ${words(range.most.value)}`;
}

/** A label inside a sentence. */
function inside(label: string): string {
	return label.charAt(0).toLowerCase() + label.slice(1);
}
