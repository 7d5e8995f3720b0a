import type { MembershipKind } from '#lib/domain/vocabulary.ts';
import type { FrameworkFigures } from './framework-figures.ts';
import type { HomeFigures } from './home.ts';

/** What the front page knows of the network in view. */
interface FindingNetwork {
	name: string;
	people: number | null;
	membershipKind: MembershipKind;
	/** What shows its framework; null where it has none, or no practice on record shows it. */
	framework: FrameworkFigures | null;
}

/** The front page's first sentence: what the numbers come to, in words. */
export function findingSentence(figures: HomeFigures, network: FindingNetwork | null): string {
	const { organisations, active, practices, learnt, learntInferred, members } = figures;
	const told = learnt - learntInferred;
	if (network === null) {
		return practices === 0
			? `${many(organisations, 'organisation', 'organisations')} are on record; no practice is yet.`
			: `${many(active, 'organisation has', 'organisations have')} put ${many(practices, 'shared practice', 'shared practices')} in place; ${told === 1 ? 'once' : `${told.toLocaleString('en-GB')} times`} they say who they learnt it from.`;
	}
	if (network.framework !== null) return frameworkSentence(network.name, network.framework);
	const inPlace =
		practices === 0
			? 'no practice is on record among them yet'
			: `${many(practices, 'practice is', 'practices are')} on record among them`;
	if (network.people !== null) {
		return `${network.people.toLocaleString('en-GB')} people belong to ${network.name}.`;
	}
	if (practices === 0 && network.membershipKind !== 'organisations') {
		const kind =
			network.membershipKind === 'people'
				? 'a network of people, not of organisations'
				: 'joined by taking part in its programmes';
		return `${network.name} is ${kind}${organisations === 0 ? '' : `; ${many(organisations, 'organisation is', 'organisations are')} on record with it`}.`;
	}
	if (members !== null && members.count > 0) {
		const joined = members.joined === 0 ? '' : `, ${members.joined} of them for less than a year`;
		return `${many(members.count, 'organisation belongs', 'organisations belong')} to ${network.name}${joined}; ${inPlace}.`;
	}
	return organisations === 0
		? `No members of ${network.name} are on record yet.`
		: `${many(organisations, 'organisation is', 'organisations are')} on record in ${network.name}.`;
}

function frameworkSentence(
	name: string,
	{ practices, organisations, areas, telling }: FrameworkFigures
): string {
	const show = many(practices, 'practice shows', 'practices show');
	if (organisations === 0)
		return `${show} the characteristics of ${name}; nobody on record has one in place.`;
	const who = `${many(organisations, 'organisation', 'organisations')} in ${areas.having.toLocaleString('en-GB')} of ${areas.outOf.toLocaleString('en-GB')} areas ${organisations === 1 ? 'has' : 'have'} one in place`;
	const known =
		telling === 0
			? 'none of them says yet how they know it works'
			: `${telling.toLocaleString('en-GB')} of them ${telling === 1 ? 'says' : 'say'} how they know it works`;
	return `${show} the characteristics of ${name}; ${who}; ${known}.`;
}

function many(count: number, one: string, several: string): string {
	return `${count.toLocaleString('en-GB')} ${count === 1 ? one : several}`;
}
