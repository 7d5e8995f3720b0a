import { expect, test } from 'vitest';
import { embedCode } from './embed-code.ts';

test('the code for a frame names the network and keeps its address whole', () => {
	const code = embedCode('map', 'https://goodways.example/embed/map?network=a&q=%22x%22', 'Help & "care"');
	expect(code).toContain('src="https://goodways.example/embed/map?network=a&amp;q=%22x%22"');
	expect(code).toContain('title="Map of Help &amp; &quot;care&quot;, Goodways"');
	expect(embedCode('network', 'https://goodways.example/embed/network', null)).toContain(
		'title="Network, Goodways"'
	);
});
