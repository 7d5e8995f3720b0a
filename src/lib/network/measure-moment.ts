import { drawnIn } from './drawn-part.ts';
import { answerQuestion } from './network-asked.ts';
import { momentOf } from './network-moment.ts';
import type { MomentQuestion, NetworkMoment } from './network-moment.ts';
import { measureParts } from './network-parts.ts';
import { measureFigures } from './node-figures.ts';
import type { PictureOnDate } from './picture-on-date.ts';

/**
 * Measures a picture on a date, all at once.
 *
 * @param mostMeasured most nodes of which communities and costly figures are computed
 */
export function measureMoment(
	on: PictureOnDate,
	{ filters, figures, asked, compared }: Omit<MomentQuestion, 'window'>,
	mostMeasured?: number
): NetworkMoment {
	const isSmall = mostMeasured === undefined || on.picture.nodes.count <= mostMeasured;
	const parts = measureParts(on, isSmall);
	const drawn = drawnIn(on.picture, parts, filters);
	const values = measureFigures(on, figures, mostMeasured);
	return momentOf(parts, drawn, values, answerQuestion(on, { drawn, asked, compared }));
}
