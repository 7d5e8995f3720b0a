import type { OrganisationKind } from '#lib/domain/vocabulary.ts';

export interface KindStyle {
	/** For one and for several, as they stand in a sentence. */
	singular: string;
	plural: string;
	/** Custom property that holds the colour of the theme in use. */
	token: `--kind-${string}`;
	/** Against paper and card: 3:1 or more in both themes. */
	light: string;
	dark: string;
	shape: string;
	/** SVG path of the shape in a 16 × 16 box. */
	path: string;
	/** Drawn as an outline rather than filled. */
	isOpen?: true;
}

/**
 * Colour and shape of each kind of organisation. The shape says what the colour says, so that
 * neither is needed alone. Canvas and WebGL take the colours from here, pages from `token`.
 */
export const KIND_STYLES: Record<OrganisationKind, KindStyle> = {
	council: {
		singular: 'council',
		plural: 'councils',
		token: '--kind-council',
		light: '#0b5f59',
		dark: '#5cc7b8',
		shape: 'circle',
		path: 'M8 2a6 6 0 1 1 0 12A6 6 0 0 1 8 2Z'
	},
	charity: {
		singular: 'charity',
		plural: 'charities',
		token: '--kind-charity',
		light: '#c2410c',
		dark: '#ff9a66',
		shape: 'square',
		path: 'M3 3h10v10H3Z'
	},
	'social enterprise': {
		singular: 'social enterprise',
		plural: 'social enterprises',
		token: '--kind-social-enterprise',
		light: '#7a3fa0',
		dark: '#cf9bec',
		shape: 'diamond',
		path: 'M8 1 15 8 8 15 1 8Z'
	},
	'NHS body': {
		singular: 'NHS body',
		plural: 'NHS bodies',
		token: '--kind-nhs-body',
		light: '#1d62b5',
		dark: '#7fb4f5',
		shape: 'cross',
		path: 'M6 2h4v4h4v4h-4v4H6v-4H2V6h4Z'
	},
	'housing association': {
		singular: 'housing association',
		plural: 'housing associations',
		token: '--kind-housing-association',
		light: '#8a6d00',
		dark: '#e0bd4a',
		shape: 'house',
		path: 'M8 1.5 14.5 8H13v6H3V8H1.5Z'
	},
	university: {
		singular: 'university',
		plural: 'universities',
		token: '--kind-university',
		light: '#b3245f',
		dark: '#f58fb6',
		shape: 'triangle',
		path: 'M8 2 15 14H1Z'
	},
	'think tank': {
		singular: 'think tank',
		plural: 'think tanks',
		token: '--kind-think-tank',
		light: '#735238',
		dark: '#d3a986',
		shape: 'hexagon',
		path: 'M8 1.5 13.6 4.75v6.5L8 14.5l-5.6-3.25v-6.5Z'
	},
	company: {
		singular: 'company',
		plural: 'companies',
		token: '--kind-company',
		light: '#4d5b63',
		dark: '#a9bac4',
		shape: 'bar',
		path: 'M1.5 5.5h13v5h-13Z'
	},
	'community group': {
		singular: 'community group',
		plural: 'community groups',
		token: '--kind-community-group',
		light: '#3c7a1e',
		dark: '#93cf6c',
		shape: 'ring',
		path: 'M8 3a5 5 0 1 1 0 10A5 5 0 0 1 8 3Z',
		isOpen: true
	},
	government: {
		singular: 'government body',
		plural: 'government bodies',
		token: '--kind-government',
		light: '#3a3f94',
		dark: '#a6abff',
		shape: 'shield',
		path: 'M2.5 2.5h11v5.5c0 3.2-2.4 5.2-5.5 6.5-3.1-1.3-5.5-3.3-5.5-6.5Z'
	},
	other: {
		singular: 'other body',
		plural: 'other bodies',
		token: '--kind-other',
		light: '#6a6a62',
		dark: '#b5b5a8',
		shape: 'open square',
		path: 'M3.5 3.5h9v9h-9Z',
		isOpen: true
	}
};
