import type { HomeFigures } from './home.ts';

/** The front page's first sentence: what the numbers come to, in words. */
export function findingSentence(
	figures: HomeFigures,
	network: { name: string; people: number | null } | null
): string {
	const { organisations, active, practices, learnt, learntInferred, members } = figures;
	const told = learnt - learntInferred;
	if (network === null) {
		return practices === 0
			? `${many(organisations, 'organisation', 'organisations')} are on record; no practice is yet.`
			: `${many(active, 'organisation has', 'organisations have')} put ${many(practices, 'shared practice', 'shared practices')} in place; ${told === 1 ? 'once' : `${told.toLocaleString('en-GB')} times`} they say whom they learnt it from.`;
	}
	const inPlace = `${many(practices, 'practice is', 'practices are')} on record among them`;
	if (members !== null && members.count > 0) {
		const joined = members.joined === 0 ? '' : `, ${members.joined} of them for less than a year`;
		return `${many(members.count, 'organisation belongs', 'organisations belong')} to ${network.name}${joined}; ${inPlace}.`;
	}
	if (network.people !== null) {
		return `${network.people.toLocaleString('en-GB')} people belong to ${network.name}.`;
	}
	return organisations === 0
		? `No members of ${network.name} are on record yet.`
		: `${many(organisations, 'organisation stands', 'organisations stand')} on record in ${network.name}.`;
}

function many(count: number, one: string, several: string): string {
	return `${count.toLocaleString('en-GB')} ${count === 1 ? one : several}`;
}
