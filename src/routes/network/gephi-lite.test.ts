import { expect, test } from 'vitest';
import { gephiLiteAddress } from './gephi-lite.ts';

test.each([
	'https://map.example/data/network/network.gexf',
	'https://map.example/data/network/network.gexf?network=good-help&pins=practice.a%2Fb:1:2~b:3:4'
])('Gephi Lite takes %s for GEXF and asks the server for no more', (file) => {
	const asked = new URL(gephiLiteAddress(file)).searchParams.get('file')!;
	// As Gephi Lite finds out what it was given.
	expect(asked.split('/').pop()!.split('.').pop()).toBe('gexf');
	const { hash, href } = new URL(asked);
	expect(href.slice(0, -hash.length)).toBe(file);
});
