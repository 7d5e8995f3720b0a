import { describe, expect, test } from 'vitest';
import { parseDay } from '#lib/domain/day.ts';
import { USUAL_CHOICE, parseChoice, printChoice } from './network-choice.ts';
import type { NetworkChoice } from './network-choice.ts';

const search = (choice: NetworkChoice): URLSearchParams =>
	new URLSearchParams(
		Object.entries(printChoice(choice)).filter((pair): pair is [string, string] => pair[1] !== null)
	);

describe('the network’s address', () => {
	test('is empty for the usual picture', () => {
		expect(search(USUAL_CHOICE).size).toBe(0);
		expect(parseChoice(new URLSearchParams())).toEqual({ choice: USUAL_CHOICE, problems: [] });
	});

	test('brings every choice back', () => {
		const choice: NetworkChoice = {
			show: 'table',
			links: ['learnt from', 'does'],
			hidden: ['learning link', 'network'],
			isLoneHidden: true,
			projection: 'shared-practice',
			layout: 'rings',
			size: 'betweenness',
			paint: 'community',
			label: 'core',
			hulls: 'region',
			node: 'leeds-city-council',
			steps: 2,
			to: 'practice.no-wrong-door',
			isGone: true,
			then: parseDay('2020-05-01'),
			least: 2,
			component: 1,
			community: 3,
			core: 4,
			pins: [
				{ key: 'leeds-city-council', x: -120, y: 44 },
				{ key: 'practice.no-wrong-door', x: 0, y: 7 }
			]
		};
		expect(parseChoice(search(choice))).toEqual({ choice, problems: [] });
	});

	test('keeps "no links at all" apart from the usual ones', () => {
		expect(parseChoice(search({ ...USUAL_CHOICE, links: [] })).choice.links).toEqual([]);
	});

	test('drops what is damaged alone and says so', () => {
		const { choice, problems } = parseChoice(
			new URLSearchParams(
				'layout=spiral&size=core&node=<b>&steps=9&pins=a:1:x~b:2:3&links=does~kisses&then=x'
			)
		);
		expect(choice).toEqual({
			...USUAL_CHOICE,
			size: 'core',
			links: ['does'],
			pins: [{ key: 'b', x: 2, y: 3 }]
		});
		expect(problems).toHaveLength(6);
	});
});
