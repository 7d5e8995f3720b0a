import type { NetworkMeasure } from './measure.ts';

const FREEMAN = 'Freeman, Centrality in social networks, Social Networks 1 (1979)';
const WASSERMAN = 'Wasserman and Faust, Social Network Analysis (1994)';
const BURT = 'Burt, Structural Holes (1992)';
const ALWAYS = 'always has a value';
const NO_TIES = 'nobody is connected';

/** Measures of single nodes and ties, in the order a page shows them. */
export const NODE_LEVEL_MEASURES: readonly NetworkMeasure[] = [
	{
		id: 'degree',
		label: 'Connections',
		meaning: 'How many others this member is connected to.',
		subject: 'node',
		unit: 'members',
		range: '0 and up',
		nullMeaning: ALWAYS,
		source: FREEMAN
	},
	{
		id: 'degreeCentrality',
		label: 'Share of the others connected to',
		meaning: 'Of all other members, the share that this one is connected to.',
		subject: 'node',
		unit: 'share',
		range: '0 to 1',
		nullMeaning: 'there is no other member',
		source: FREEMAN
	},
	{
		id: 'strength',
		label: 'Strength of connections',
		meaning: 'How strong all of its connections are together.',
		subject: 'node',
		unit: 'summed strength',
		range: '0 and up',
		nullMeaning: ALWAYS,
		source: 'Barrat and others, PNAS 101 (2004)'
	},
	{
		id: 'betweenness',
		label: 'Go-between',
		meaning: 'How many of the shortest ways between other members run through this one.',
		subject: 'node',
		unit: 'pairs of others',
		range: '0 and up',
		nullMeaning: ALWAYS,
		source: 'Freeman, Sociometry 40 (1977); Brandes, Journal of Mathematical Sociology 25 (2001)'
	},
	{
		id: 'normalisedBetweenness',
		label: 'Go-between, as a share',
		meaning: 'Of all pairs of other members, the share whose shortest way runs through this one.',
		subject: 'node',
		unit: 'share',
		range: '0 to 1',
		nullMeaning: 'fewer than three nodes',
		source: FREEMAN
	},
	{
		id: 'closeness',
		label: 'Closeness',
		meaning: 'How few steps this member is from those it can reach.',
		subject: 'node',
		unit: 'inverse of average steps',
		range: '0 to 1',
		nullMeaning: 'it can reach nobody',
		source: FREEMAN
	},
	{
		id: 'improvedCloseness',
		label: 'Closeness to the whole network',
		meaning: 'Closeness, counted down when only part of the network can be reached.',
		subject: 'node',
		unit: 'index',
		range: '0 to 1',
		nullMeaning: 'it can reach nobody',
		source: WASSERMAN
	},
	{
		id: 'harmonicCloseness',
		label: 'Reach',
		meaning: 'How many members are within reach, the far ones counting for less.',
		subject: 'node',
		unit: 'members, by nearness',
		range: '0 and up',
		nullMeaning: ALWAYS,
		source: 'Marchiori and Latora, Physica A 285 (2000)'
	},
	{
		id: 'eigenvector',
		label: 'Connected to the connected',
		meaning: 'How far this member is connected to others who are well connected themselves.',
		subject: 'node',
		unit: 'index',
		range: '0 to 1',
		nullMeaning: NO_TIES,
		source: 'Bonacich, American Journal of Sociology 92 (1987)'
	},
	{
		id: 'pageRank',
		label: 'PageRank',
		meaning: 'How often someone who follows links at random would arrive at this member.',
		subject: 'node',
		unit: 'share',
		range: '0 to 1',
		nullMeaning: ALWAYS,
		source: 'Brin and Page, Computer Networks 30 (1998)'
	},
	{
		id: 'localClustering',
		label: 'Contacts who know each other',
		meaning: 'Of all pairs of this member’s contacts, the share that are in contact.',
		subject: 'node',
		unit: 'share',
		range: '0 to 1',
		nullMeaning: 'it has fewer than two contacts',
		source: 'Watts and Strogatz, Nature 393 (1998)'
	},
	{
		id: 'coreNumber',
		label: 'Depth in the network',
		meaning: 'The largest k so that it belongs to a group in which everyone has k links inside the group.',
		subject: 'node',
		unit: 'links',
		range: '0 and up',
		nullMeaning: ALWAYS,
		source: 'Seidman, Social Networks 5 (1983)'
	},
	{
		id: 'articulationPoint',
		label: 'Holds the network together',
		meaning: 'Without this member the network would fall into more pieces.',
		subject: 'node',
		unit: 'yes or no',
		range: 'yes or no',
		nullMeaning: ALWAYS,
		source: 'Hopcroft and Tarjan, Communications of the ACM 16 (1973)'
	},
	{
		id: 'bridge',
		label: 'Only link',
		meaning: 'Without this link the network would fall into more pieces.',
		subject: 'tie',
		unit: 'yes or no',
		range: 'yes or no',
		nullMeaning: ALWAYS,
		source: 'Hopcroft and Tarjan, Communications of the ACM 16 (1973)'
	},
	{
		id: 'constraint',
		label: 'Constraint',
		meaning: 'How far its contacts all know each other; a low value is the position of a broker.',
		subject: 'node',
		unit: 'index',
		range: '0 to about 1.1',
		nullMeaning: 'it has no contacts',
		source: BURT
	},
	{
		id: 'effectiveSize',
		label: 'Separate contacts',
		meaning: 'How many contacts it has, those who know each other counting for less than one.',
		subject: 'node',
		unit: 'contacts',
		range: '0 and up',
		nullMeaning: 'it has no contacts',
		source: BURT
	},
	{
		id: 'brokerage',
		label: 'Brokerage roles',
		meaning:
			'How often it stands between two others without a link of their own, by the groups of the three.',
		subject: 'node',
		unit: 'ordered pairs',
		range: '0 and up',
		nullMeaning: ALWAYS,
		source: 'Gould and Fernandez, Sociological Methodology 19 (1989)'
	},
	{
		id: 'community',
		label: 'Community',
		meaning: 'The group of members it is most closely connected with.',
		subject: 'node',
		unit: 'group',
		range: '1 and up, largest first',
		nullMeaning: ALWAYS,
		source: 'Traag, Waltman and van Eck, Scientific Reports 9 (2019)'
	}
];
