import type { ForecastTrait } from './forecast-data.ts';

/**
 * Leaves out kinds that hold of the same bodies as another one, such as the districts of Northern Ireland beside that
 * region: nobody chose to ask the same twice. Regions are kept before other kinds, else the first.
 *
 * @returns the traits in their order, and a sentence for each that was left out
 */
export function withoutRepeats(traits: readonly ForecastTrait[]): {
	traits: ForecastTrait[];
	notes: string[];
} {
	const kept = new Map<string, ForecastTrait>();
	const notes: string[] = [];
	const left = new Set<ForecastTrait>();
	const inOrder = [
		...traits.filter(({ part }) => part === 'region'),
		...traits.filter(({ part }) => part !== 'region')
	];
	for (const trait of inOrder) {
		if (trait.scale !== 'yes or no') continue;
		// What holds of exactly the others says the same.
		const key = (holds: number): string => trait.values.map((value) => (value === holds ? 1 : 0)).join('');
		const same = kept.get(key(1)) ?? kept.get(key(0));
		if (same === undefined) kept.set(key(1), trait);
		else {
			left.add(trait);
			notes.push(
				`${trait.name} is left out: it holds of the same organisations as ${same.name}, or of all others.`
			);
		}
	}
	return { traits: traits.filter((trait) => !left.has(trait)), notes };
}
