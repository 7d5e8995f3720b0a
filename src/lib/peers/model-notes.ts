import type { PeerModel } from './peer-space.ts';

/** What a reader needs to judge a model; printed on the methods page. */
export interface ModelNote {
	model: PeerModel;
	name: string;
	meaning: string;
	formula: string;
	options: string;
	caveat: string;
}

export const MODEL_NOTES: readonly ModelNote[] = [
	{
		model: 'zscore',
		name: 'Standardised distance',
		meaning: 'How many standard deviations two places are apart, over all indicators at once.',
		formula:
			'd² = W / W_shared · Σ w (z_a − z_b)², z = (x − mean) / sample standard deviation; W is the sum of all weights, W_shared of those for indicators that both places have.',
		options:
			'Logarithms for chosen indicators; extreme figures pulled in to a limit (the 1st and 99th percentile in the peer finder; off in the command for figures of your own unless asked, and then the 5th and 95th).',
		caveat:
			'Indicators that move together count together; the weights of the peer finder share a say among those that tell the same.'
	},
	{
		model: 'robust',
		name: 'Distance by rank',
		meaning:
			'The same distance after each figure is replaced by its rank, so that no extreme figure can pull.',
		formula: 'As above, with x the mid-rank of the figure among the places compared.',
		options: 'None: logarithms and limits for extreme figures would leave ranks as they are.',
		caveat: 'Steps in the crowded middle of a ranking count as much as large gaps at its ends.'
	},
	{
		model: 'mahalanobis',
		name: 'Correlation-aware distance',
		meaning:
			'The same distance after what indicators share is taken out, so that each counts for what it alone says.',
		formula:
			'd² = W / W_shared · Σ w (u_a − u_b)², u = R*^(−1/2) z, R* = (1 − λ) R + λ I: with equal weights the Mahalanobis distance under R*. λ follows Schäfer and Strimmer and is at least 0.1.',
		options:
			'Logarithms and limits as in the first model. Weights apply after the turn, since before it they would cancel out. A blank is filled by its expectation only to turn the others, and is itself skipped.',
		caveat:
			'Small differences that no other indicator explains are made large. Needs many more places than indicators.'
	}
];
