import { INDICATORS } from '#lib/domain/indicators/catalogue.ts';

/** Figures of the compiled facts that are not kept at all. */
const NOT_KEPT = [
	{ label: 'Residents aged 16 to 64', reason: 'It is 100 less the two other ages.' },
	{
		label: 'Residents in rural areas that are not remote',
		reason: 'It is 100 less the urban and the remote share.'
	},
	{ label: 'Fifth and tenth of deprivation', reason: 'They are the score in coarser steps.' },
	{
		label: 'Each nation’s own index of deprivation',
		reason: 'It compares well within that nation, and not at all with another.'
	},
	{
		label: 'Where a place lies',
		reason: 'It says who its neighbours are, which it knows; the map shows it beside the likeness.'
	}
];

/** Figures that councils are not compared by, and why. */
export const LEFT_OUT_INDICATORS: readonly { label: string; reason: string }[] = [
	...INDICATORS.flatMap(({ label, comparison: { aspect, reason } }) =>
		aspect === null ? [{ label, reason }] : []
	),
	...NOT_KEPT
];
