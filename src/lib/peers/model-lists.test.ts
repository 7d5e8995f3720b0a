import { expect, test } from 'vitest';
import { PRODUCT_COVERAGE } from './coverage-rule.ts';
import { featureTable } from './feature-table.ts';
import { compareModels, modelSpaces, OWN_LIST } from './model-lists.ts';
import { MODEL_NOTES } from './model-notes.ts';
import { PEER_MODELS } from './peer-space.ts';
import { indicatorPlaces } from './place-among.ts';

const table = featureTable(
	['A', 'B', 'C', 'D', 'E'],
	['pay', 'age'],
	[
		[1, 10],
		[2, 12],
		[2, null],
		[50, 11],
		[9, 30]
	]
);

test('ranks an area under every model and compares the lists with its own', () => {
	const spaces = modelSpaces(table, { log: [], winsorise: null });
	const { rankings, agreement } = compareModels(spaces, null, 0, 2, PRODUCT_COVERAGE, ['B', 'E']);

	for (const model of PEER_MODELS) expect(rankings[model].peers).toHaveLength(2);
	expect(agreement.pairs).toHaveLength(6);
	expect(agreement.named[0]?.by).toEqual([...PEER_MODELS, OWN_LIST]);
});

test('every model has a note for its reader', () => {
	expect(MODEL_NOTES.map(({ model }) => model)).toEqual([...PEER_MODELS]);
});

test('places each figure from lowest to highest, equal ones together and unknown ones nowhere', () => {
	const [pay, age] = indicatorPlaces(table);

	expect(pay?.places).toEqual([0, 0.375, 0.375, 1, 0.75]);
	expect(age?.places).toEqual([0, 2 / 3, null, 1 / 3, 1]);
	expect([...(age?.sorted ?? [])]).toEqual([10, 11, 12, 30]);
});
