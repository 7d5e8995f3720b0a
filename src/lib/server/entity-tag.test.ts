import { expect, test } from 'vitest';
import { entityTag } from './entity-tag.ts';

test('a tag changes with the state of the data, the build and the last migration, and with nothing else', () => {
	const tags = [
		entityTag('1', 'a', 'first.sql'),
		entityTag('1', 'b', 'first.sql'),
		entityTag('2', 'a', 'first.sql'),
		entityTag('1', 'a', 'second.sql'),
		entityTag('1', 'a')
	];
	expect(new Set(tags).size).toBe(5);
	expect(entityTag('1', 'a', 'first.sql')).toBe(tags[0]);
	for (const tag of tags) expect(tag).toMatch(/^"[\w-]{27}"$/);
});
