import { REORGANISATIONS } from './reorganisations.ts';

/** A body with a record of its own: a council, a county, a combined authority, a charity … */
export interface Body {
	slug: string;
	/** GSS code of the body's own area; null for a body that is not an authority. */
	code: string | null;
	name: string;
	kind: string;
	summary: string | null;
	website: string | null;
	longitude: number | null;
	latitude: number | null;
	locationBasis: string;
	areaCode: string | null;
	foundedOn: string | null;
	closedOn: string | null;
	isPublished: boolean;
	sourceUrl: string | null;
	sourceOn: string | null;
	note: string | null;
	identifiers: { scheme: string; value: string }[];
	names: { name: string; kind: 'former' | 'alias' | 'abbreviation' }[];
}

const SCHEMES: Readonly<Record<string, string>> = {
	England: 'GB-LAE',
	Scotland: 'GB-LAS',
	Wales: 'GB-PLA',
	'Northern Ireland': 'GB-LANI'
};

/** A body of which nothing is known yet but that it is shown. */
export function unknownBody(): Body {
	return {
		slug: '',
		code: null,
		name: '',
		kind: 'council',
		summary: null,
		website: null,
		longitude: null,
		latitude: null,
		locationBasis: 'none',
		areaCode: null,
		foundedOn: null,
		closedOn: null,
		isPublished: true,
		sourceUrl: null,
		sourceOn: null,
		note: null,
		identifiers: [],
		names: []
	};
}

/** When and by which order the body with this code ended; nothing where it goes on. */
export function ending(code: string): { closedOn: string; sourceUrl: string } | Record<string, never> {
	const reorganisation = REORGANISATIONS.find(({ ended }) => code in ended);
	return reorganisation === undefined ? {} : { closedOn: reorganisation.on, sourceUrl: reorganisation.source };
}

/** The body's code in its nation's register, under the scheme that org-id.guide gives the register. */
export function identifier(nation: string, value: string | undefined): { scheme: string; value: string }[] {
	const scheme = SCHEMES[nation];
	return scheme === undefined || !value ? [] : [{ scheme, value }];
}

/** A region as it reads after "in". */
export function regionInWords(region: string): string {
	return /^(North|South|East M|West M|Yorkshire)/.test(region) && region !== 'Northern Ireland'
		? `${region.startsWith('Yorkshire') ? '' : 'the '}${region}`.replace(' and The ', ' and the ')
		: region === 'East of England'
			? 'the East of England'
			: region;
}

/** The last part of an address, made from a name. */
export function slugOf(name: string): string {
	return name
		.normalize('NFD')
		.toLowerCase()
		.replace(/[\u0300-\u036f'’.]/g, '')
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-|-$/g, '');
}
