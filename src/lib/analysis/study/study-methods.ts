import { MOST_POSITIONS } from './study-influence.ts';
import { FEWEST_ADOPTERS, SMALLEST_GROUP } from './study-limits.ts';

/** How one kind of figure of a study is computed, in words a reader of the page or of the files can follow. */
export interface StudyMethod {
	id: string;
	name: string;
	/** What it says, and out of whom. */
	meaning: string;
	/** What it leaves out, and when it is refused. */
	limits: string;
	source: string;
}

/** The methods of the research workbench, in the order of its figures. */
export const STUDY_METHODS: readonly StudyMethod[] = [
	{
		id: 'curve',
		name: 'Adoption curve, rate and hazard',
		meaning:
			'The hazard is the adoptions of a period over those still at risk: a body enters when it is founded, or is there throughout where that is not recorded, and leaves when it adopts or closes.',
		limits:
			'The first period has no hazard, since nobody could be seen at risk before it. A start known only as “by” a date is in the curve and in no risk set.',
		source:
			'Allison, Event History Analysis (1984); Valente, Network Models of the Diffusion of Innovations (1995)'
	},
	{
		id: 'survival',
		name: 'Survival',
		meaning:
			'Kaplan–Meier: the share that still goes without the practice, with Greenwood’s variance and limits on the log scale; log-rank and Peto & Peto between groups.',
		limits: `Not having adopted is no last period: such bodies count for as long as they were seen. Groups of fewer than ${SMALLEST_GROUP} are not shown apart.`,
		source: 'Kaplan & Meier (1958); Harrington & Fleming (1982)'
	},
	{
		id: 'exposure',
		name: 'Exposure and thresholds',
		meaning:
			'Exposure is the share of a body’s contacts that had adopted, weighted by the network; a threshold is the exposure one period before adopting.',
		limits:
			'A body without contacts has no exposure, not 0. Ties with a date count from the period in which they start to before the one in which they end; undated ones always.',
		source: 'Burt (1987); Valente (1996)'
	},
	{
		id: 'moran',
		name: 'Moran’s I',
		meaning:
			'Whether bodies tied to each other are alike in having adopted: about 0 when adopters are dealt out at random, towards 1 when like stands by like. Weights are row-standardised; p-values come from seeded shuffles.',
		limits:
			'Not defined where all or none have adopted. Bodies without a neighbour stay in n, as in esda and in spdep with adjust.n = FALSE, whose default leaves them out. Periods follow each other, so many of them beyond chance are one finding.',
		source: 'Moran (1950); Cliff & Ord, Spatial Processes (1981); Phipson & Smyth (2010)'
	},
	{
		id: 'influence',
		name: 'Join counts, infectiousness and susceptibility',
		meaning:
			'Join counts: tied pairs in which both, one or neither had adopted at the end, against adopters dealt out at random. Infectiousness: of contacts that adopted later, the share that did in the very next period; susceptibility: of contacts that had adopted earlier, the share that had in the period before.',
		limits: 'Contacts whose time of adoption is not known count in neither of the two shares.',
		source: 'Cliff & Ord (1981); Myers (2000); Valente and others (2015)'
	},
	{
		id: 'positions',
		name: 'Structural equivalence',
		meaning:
			'Two bodies are in a like position where their ties lead to the same others. The hazard model is fitted with exposure to contacts and with exposure to those in a like position, on the same rows.',
		limits: `Of the network in the last period, up to six steps; not above ${MOST_POSITIONS} bodies, since time grows with the cube.`,
		source: 'Burt, Social contagion and innovation (1987)'
	},
	{
		id: 'comparison',
		name: 'Competing networks',
		meaning:
			'A discrete-time logit of adopting, by exposure one period before and one level a period, so that a wave that reaches everyone does not pass for influence. All networks are fitted on the rows that every one of them covers; AIC compares them.',
		limits: `Refused below ${FEWEST_ADOPTERS} adoptions that all networks cover. Where a term separates adopters from others, the page says that its estimate is not finite.`,
		source: 'Strang & Tuma (1993); Burnham & Anderson, Model Selection (2002)'
	},
	{
		id: 'choices',
		name: 'The table of choices',
		meaning:
			'Moran’s I over populations, ways of measuring and weights that nobody can settle, with one-sided p-values and how many remain after allowing for the number of tries.',
		limits: `Needs ${FEWEST_ADOPTERS} dates of councils known to the day; only councils whose borders are on record.`,
		source: 'Steegen and others, Increasing transparency through a multiverse analysis (2016)'
	},
	{
		id: 'classes',
		name: 'Adopter classes',
		meaning:
			'Cuts at the mean time of adoption and one and two standard deviations from it; a time on a cut belongs to the later class.',
		limits: `The percentages are definitions from a normal curve, not findings. Of those who adopted so far; not below ${FEWEST_ADOPTERS}.`,
		source: 'Rogers, Diffusion of Innovations (2003)'
	},
	{
		id: 'sources',
		name: 'Plausible sources',
		meaning:
			'Earlier adopters among a body’s contacts, weighed by the tie and by how long ago they adopted. Drawn dashed, apart from what someone has stated.',
		limits: 'Inferred, never a statement: from one practice nobody can tell influence from coincidence.',
		source: 'Gomez-Rodriguez, Leskovec & Krause (2010)'
	},
	{
		id: 'bass',
		name: 'Bass’s curve',
		meaning:
			'New adopters as a mix of those who adopt by themselves (p) and those who follow others (q), by four named estimators from several starts.',
		limits: 'Refused where the data cannot identify it, or where some starts are not known.',
		source: 'Bass (1969); Srinivasan & Mason (1986)'
	}
];
