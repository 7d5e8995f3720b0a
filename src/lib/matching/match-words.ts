import { NAME_LEVELS } from './compare-names.ts';
import type { MatchedPair } from './match.ts';

/** One part of a score in words. */
export interface MatchPart {
	part: 'name' | 'identifier' | 'website' | 'area';
	/** In bits: each doubles the odds. Above 0 it speaks for one body, below 0 for two. */
	weight: number;
	words: string;
}

/** Why two rows are taken for one body or not, part by part, the strongest first; what is not known of both is left out. */
export function matchParts({
	comparison,
	weights
}: Pick<MatchedPair, 'comparison' | 'weights'>): MatchPart[] {
	const { name, identifier, scheme, host, place, left, right } = comparison;
	const parts: MatchPart[] = [{ part: 'name', weight: weights.name, words: nameWords(comparison) }];
	if (identifier !== 'not known') {
		parts.push({
			part: 'identifier',
			weight: weights.identifier,
			words: identifier === 'same' ? `the same ${scheme} number` : `another ${scheme} number`
		});
	}
	if (host !== 'not known') {
		const shared = left.hosts.find((own) => right.hosts.includes(own));
		parts.push({
			part: 'website',
			weight: weights.host,
			words: shared === undefined ? 'another website' : `the same website, ${shared}`
		});
	}
	if (place !== 'not known') {
		parts.push({
			part: 'area',
			weight: weights.place,
			words: place === 'same' ? 'the same area' : 'another area'
		});
	}
	return parts
		.map((part) => ({ ...part, words: `${part.words} (${strength(part.weight)})` }))
		.sort(
			(a, b) =>
				Math.abs(b.weight) - Math.abs(a.weight) ||
				Number(a.part !== 'name') - Number(b.part !== 'name') ||
				name.level * 0
		);
}

function nameWords({ name, nameAt }: MatchedPair['comparison']): string {
	const other = nameAt[0] > 0 || nameAt[1] > 0 ? 'by another of its names, ' : '';
	const words = [...name.onlyLeft, ...name.onlyRight];
	const but =
		words.length === 0 || name.level === 0 ? '' : ` but for ${words.map((word) => `“${word}”`).join(', ')}`;
	return `${other}the name is ${NAME_LEVELS[name.level]}${but}`;
}

/** Bits in words, as Jeffreys' grades of evidence have them. */
function strength(bits: number): string {
	const size = Math.abs(bits);
	const how = size < 1 ? 'hardly' : size < 3.3 ? 'a little' : size < 6.6 ? 'strongly' : 'very strongly';
	return size < 1 ? 'says hardly anything' : `speaks ${how} ${bits > 0 ? 'for' : 'against'}`;
}
