import { describe, expect, test } from 'vitest';
import { seedId } from './seed-id.ts';

describe('seedId', () => {
	test('is a UUID of version 5', () => {
		expect(seedId('organisations', 'rochdale')).toMatch(
			/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
		);
	});

	test('is the same at every seeding', () => {
		expect(seedId('networks', 'good-help')).toBe('b6608146-6083-592f-b731-fc26c5005380');
	});

	test('tells tables and words apart, however the words are cut', () => {
		const ids = [seedId('a', 'b', 'c'), seedId('a', 'bc'), seedId('ab', 'c'), seedId('a', 'c', 'b')];
		expect(new Set(ids).size).toBe(4);
	});
});
