import type { NameIndex } from './name-index.ts';
import type { CouncilBody } from './register.ts';
import type { Hint } from './words.ts';

const UPPER: readonly string[] = ['county', 'combined authority'];

/** Whether a body of this type can be what a word says; words that say little are said of any. */
function allows(hint: Hint, { type }: CouncilBody, style: ReadonlySet<Hint>): boolean {
	switch (hint) {
		case 'combined':
			return type === 'combined authority';
		case 'london borough':
			return type === 'london_borough';
		case 'county borough':
			return type === 'welsh_unitary';
		case 'county':
			return type === 'county' || type === 'welsh_unitary' || style.has('county');
		case 'county or city':
			return type === 'county' || type === 'welsh_unitary' || style.has('county') || style.has('city');
		case 'metropolitan':
			return type === 'metropolitan_district';
		case 'unitary':
			return ['unitary_authority', 'welsh_unitary', 'scottish_council_area', 'ni_district'].includes(type);
		case 'city':
			return !UPPER.includes(type) && (!style.has('county') || style.has('city'));
		case 'borough':
		case 'district':
			return !UPPER.includes(type) && type !== 'city_of_london';
		case 'corporation':
			return !UPPER.includes(type);
		case 'royal':
		case 'council':
			return true;
	}
}

/** Those of some bodies that can be of the sort that was said; and of these the ones whose own names say it. */
export function ofSort(
	{ styles }: NameIndex,
	bodies: readonly CouncilBody[],
	hints: ReadonlySet<Hint>
): readonly CouncilBody[] {
	const said = [...hints];
	const style = (body: CouncilBody) => styles.get(body)!;
	const possible = bodies.filter((body) => said.every((hint) => allows(hint, body, style(body))));
	const told = said.filter((hint) => hint !== 'council' && hint !== 'unitary');
	if (told.length === 0) {
		// Nobody says "Lancashire" for its combined authority when there is a county council.
		const plain = possible.filter(({ type }) => type !== 'combined authority');
		return plain.length > 0 ? plain : possible;
	}
	const named = possible.filter((body) => told.every((hint) => says(hint, body, style(body))));
	return named.length > 0 ? named : possible;
}

/** Whether a body's names or its type say the word themselves. */
function says(hint: Hint, { type }: CouncilBody, style: ReadonlySet<Hint>): boolean {
	if (style.has(hint)) return true;
	switch (hint) {
		case 'county':
			return type === 'county';
		case 'county or city':
			return style.has('county') || style.has('city');
		case 'district':
			return type === 'non_metropolitan_district' && !style.has('city') && !style.has('borough');
		case 'metropolitan':
		case 'london borough':
		case 'county borough':
		case 'combined':
			return true;
		default:
			return false;
	}
}
