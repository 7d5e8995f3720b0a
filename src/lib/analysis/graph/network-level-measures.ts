import type { NetworkMeasure } from './measure.ts';

const FREEMAN = 'Freeman, Centrality in social networks, Social Networks 1 (1979)';
const NEWMAN = 'Newman, Mixing patterns in networks, Physical Review E 67 (2003)';
const WASSERMAN = 'Wasserman and Faust, Social Network Analysis (1994)';
const KREBS =
	'Krebs and Holley, Building Smart Communities through Network Weaving (2002–06); the cut-offs are ours';
const ALWAYS = 'always has a value';
const NO_TIES = 'nobody is connected';

/** Measures of a whole network or of groups in it, in the order a page shows them. */
export const NETWORK_LEVEL_MEASURES: readonly NetworkMeasure[] = [
	{
		id: 'density',
		label: 'Density',
		meaning: 'Of all the connections that could exist, the share that do.',
		subject: 'network',
		unit: 'share',
		range: '0 to 1',
		nullMeaning: 'fewer than two nodes',
		source: WASSERMAN
	},
	{
		id: 'components',
		label: 'Components',
		meaning: 'How many separate pieces the network is in.',
		subject: 'network',
		unit: 'pieces',
		range: '0 and up',
		nullMeaning: ALWAYS,
		source: WASSERMAN
	},
	{
		id: 'averagePath',
		label: 'Average path',
		meaning: 'How many steps it takes, on average, to get from one member to another that can be reached.',
		subject: 'network',
		unit: 'steps',
		range: '1 and up',
		nullMeaning: NO_TIES,
		source: WASSERMAN
	},
	{
		id: 'diameter',
		label: 'Longest path',
		meaning: 'The most steps between any two members that can reach each other by the shortest way.',
		subject: 'network',
		unit: 'steps',
		range: '1 and up',
		nullMeaning: NO_TIES,
		source: WASSERMAN
	},
	{
		id: 'averageClustering',
		label: 'Clustering',
		meaning: 'How often two contacts of the same member are also in contact with each other.',
		subject: 'network',
		unit: 'share',
		range: '0 to 1',
		nullMeaning: 'no nodes',
		source: 'Watts and Strogatz, Nature 393 (1998)'
	},
	{
		id: 'transitivity',
		label: 'Closed triangles',
		meaning: 'Of all pairs that share a contact, the share that are themselves in contact.',
		subject: 'network',
		unit: 'share',
		range: '0 to 1',
		nullMeaning: 'no two members share a contact',
		source: 'Newman, Strogatz and Watts, Physical Review E 64 (2001)'
	},
	{
		id: 'reciprocity',
		label: 'Returned links',
		meaning: 'Of the links with a direction, the share that also run back.',
		subject: 'network',
		unit: 'share',
		range: '0 to 1',
		nullMeaning: NO_TIES,
		source: WASSERMAN
	},
	{
		id: 'degreeCentralisation',
		label: 'Centralisation',
		meaning: 'How far the connections gather on one member; 1 is a star with everything through its middle.',
		subject: 'network',
		unit: 'index',
		range: '0 to 1',
		nullMeaning: 'fewer than three nodes',
		source: FREEMAN
	},
	{
		id: 'betweennessCentralisation',
		label: 'Dependence on one go-between',
		meaning: 'How far the shortest ways between others run through one member.',
		subject: 'network',
		unit: 'index',
		range: '0 to 1',
		nullMeaning: 'fewer than three nodes',
		source: FREEMAN
	},
	{
		id: 'closenessCentralisation',
		label: 'Unequal reach',
		meaning: 'How much nearer to everyone one member is than the rest are.',
		subject: 'network',
		unit: 'index',
		range: '0 to 1',
		nullMeaning: 'fewer than three nodes, or someone is cut off',
		source: FREEMAN
	},
	{
		id: 'eiIndex',
		label: 'Outward against inward links',
		meaning: 'Whether links run between groups (towards +1) or stay inside them (towards −1).',
		subject: 'group',
		unit: 'index',
		range: '−1 to 1',
		nullMeaning: 'no links between members whose group is known',
		source: 'Krackhardt and Stern, Social Psychology Quarterly 51 (1988)'
	},
	{
		id: 'attributeAssortativity',
		label: 'Like links with like',
		meaning: 'How much more often links join members of the same group than chance would.',
		subject: 'network',
		unit: 'index',
		range: '−1 to 1',
		nullMeaning: 'no links, or all of them touch one group',
		source: NEWMAN
	},
	{
		id: 'numericAssortativity',
		label: 'Like figures linked',
		meaning: 'Whether linked members have similar values of a figure.',
		subject: 'network',
		unit: 'correlation',
		range: '−1 to 1',
		nullMeaning: 'the figure does not vary, or is unknown',
		source: NEWMAN
	},
	{
		id: 'degreeAssortativity',
		label: 'Well connected linked to well connected',
		meaning: 'Whether members with many links are linked to others with many.',
		subject: 'network',
		unit: 'correlation',
		range: '−1 to 1',
		nullMeaning: 'everyone has the same number of links',
		source: NEWMAN
	},
	{
		id: 'modularity',
		label: 'Strength of the communities',
		meaning: 'How far links fall inside the communities found, beyond what chance would give.',
		subject: 'network',
		unit: 'index',
		range: '−0.5 to 1',
		nullMeaning: NO_TIES,
		source: 'Newman and Girvan, Physical Review E 69 (2004)'
	},
	{
		id: 'smallWorld',
		label: 'Small world',
		meaning: 'How clustered the network is for how short its paths are; well above 1 is a small world.',
		subject: 'network',
		unit: 'ratio',
		range: '0 and up',
		nullMeaning: 'no links, or no triangles by chance to compare with',
		source: 'Humphries and Gurney, PLoS ONE 3 (2008)'
	},
	{
		id: 'coreCorrelation',
		label: 'Core and periphery',
		meaning: 'How well the network fits a dense core with a ring around it that is linked to the core only.',
		subject: 'network',
		unit: 'correlation',
		range: '−1 to 1',
		nullMeaning: 'no links, or everyone is linked to everyone',
		source: 'Borgatti and Everett, Social Networks 21 (2000)'
	},
	{
		id: 'stage',
		label: 'Stage',
		meaning:
			'Which of four pictures of a growing network it looks like: fragments, hub, several hubs, core and periphery.',
		subject: 'network',
		unit: 'one of four',
		range: 'fragments to core and periphery',
		nullMeaning: 'fewer than three nodes',
		source: KREBS
	},
	{
		id: 'dyadCensus',
		label: 'Pairs by kind',
		meaning: 'How many pairs have links both ways, one way, or none.',
		subject: 'network',
		unit: 'pairs',
		range: '0 and up',
		nullMeaning: ALWAYS,
		source: 'Holland and Leinhardt, American Journal of Sociology 76 (1970)'
	},
	{
		id: 'triadCensus',
		label: 'Triples by kind',
		meaning: 'How many sets of three members there are of each of the sixteen ways three can be linked.',
		subject: 'network',
		unit: 'triples',
		range: '0 and up',
		nullMeaning: ALWAYS,
		source: 'Batagelj and Mrvar, Social Networks 23 (2001)'
	}
];
