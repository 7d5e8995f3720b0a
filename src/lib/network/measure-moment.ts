import { drawnIn } from './drawn-part.ts';
import { answerQuestion } from './network-asked.ts';
import { momentOf } from './network-moment.ts';
import type { MomentInput, NetworkMoment } from './network-moment.ts';
import { measureParts } from './network-parts.ts';
import { measureFigures } from './node-figures.ts';

/**
 * Measures a picture on a date, all at once.
 *
 * @param mostMeasured most nodes of which communities and costly figures are computed
 */
export function measureMoment(input: MomentInput, mostMeasured?: number): NetworkMoment {
	const { picture, window } = input;
	const isSmall = mostMeasured === undefined || picture.nodes.count <= mostMeasured;
	const parts = measureParts(picture, window, isSmall);
	const drawn = drawnIn(picture, parts, input.filters);
	const figures = measureFigures({
		picture,
		window,
		figures: input.figures,
		...(mostMeasured === undefined ? {} : { most: mostMeasured })
	});
	return momentOf(parts, drawn, figures, answerQuestion({ ...input, drawn }));
}
