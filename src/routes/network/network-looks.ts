import type { NodeShape } from '#lib/graph/scene.ts';
import type { OrganisationKind } from '#lib/domain/vocabulary.ts';
import type { EdgeKind, NodeType } from '#lib/view/network-data.ts';

/** The font of labels: the site's own. */
export const LABEL_FAMILY = 'Atkinson Hyperlegible Next';

/** The shape of each kind, as everywhere else on the site. */
export const SHAPE_OF: Record<OrganisationKind, NodeShape> = {
	council: 'circle',
	charity: 'square',
	'social enterprise': 'diamond',
	'NHS body': 'cross',
	'housing association': 'house',
	university: 'triangle',
	'think tank': 'hexagon',
	company: 'bar',
	'community group': 'ring',
	government: 'wedge',
	other: 'square'
};

/** What is no organisation is drawn in ink and larger; its shape is used by no kind in ink. */
export const TYPE_LOOK: Record<
	Exclude<NodeType, 'organisation'>,
	{ shape: NodeShape; light: string; dark: string }
> = {
	practice: { shape: 'pentagon', light: '#1d2528', dark: '#eef1ee' },
	'learning link': { shape: 'triangle', light: '#8a4b00', dark: '#f0b45e' },
	network: { shape: 'ring', light: '#1d2528', dark: '#eef1ee' }
};

export const LINK_LOOK: Record<EdgeKind, { light: string; dark: string; width: number }> = {
	'learnt from': { light: '#0b5f59', dark: '#6fd3c4', width: 2 },
	'works with': { light: '#1d62b5', dark: '#7fb4f5', width: 1.5 },
	visited: { light: '#7a3fa0', dark: '#cf9bec', width: 1.5 },
	mentors: { light: '#b3245f', dark: '#f58fb6', width: 1.5 },
	funds: { light: '#8a6d00', dark: '#e0bd4a', width: 1.5 },
	'member of': { light: '#3c7a1e', dark: '#93cf6c', width: 1.3 },
	'lies within': { light: '#735238', dark: '#d3a986', width: 1 },
	does: { light: '#7d8683', dark: '#7f9098', width: 1 },
	'belongs to': { light: '#a9a595', dark: '#5c6d75', width: 0.9 },
	attended: { light: '#b98a4a', dark: '#a8803f', width: 1 },
	'made or hosted': { light: '#a06a1c', dark: '#d29a4a', width: 1.2 },
	'is about': { light: '#c0b9a4', dark: '#50616a', width: 0.8 }
};

/** For groups without a colour of their own; the eleventh and later share grey. */
export const GROUP_COLOURS = {
	light: [
		'#0b5f59',
		'#c2410c',
		'#7a3fa0',
		'#1d62b5',
		'#8a6d00',
		'#b3245f',
		'#3c7a1e',
		'#735238',
		'#3a3f94',
		'#1f8277',
		'#a0522d',
		'#5b6b00'
	],
	dark: [
		'#5cc7b8',
		'#ff9a66',
		'#cf9bec',
		'#7fb4f5',
		'#e0bd4a',
		'#f58fb6',
		'#93cf6c',
		'#d3a986',
		'#a6abff',
		'#8fe0d2',
		'#e8a27c',
		'#c6d56a'
	]
};
export const GREY = { light: '#8b918e', dark: '#71828a' };
export const STEPS = {
	light: ['#bfe0d8', '#8cc8bd', '#4fa698', '#1f8277', '#00504a'],
	dark: ['#1d4440', '#23665f', '#2f8c80', '#55bbab', '#a4ece0']
};
export const GROUND = {
	light: { paper: '#fbfaf6', ink: '#1d2528', focus: '#1b4fd1', joined: '#0b5f59', left: '#a23b12' },
	dark: { paper: '#12181b', ink: '#eef1ee', focus: '#8fb4ff', joined: '#6fd3c4', left: '#ffa37a' }
};
