import { expect, test } from 'vitest';
import { jsonLd } from './json-ld.ts';

test('keeps a script in a name from closing the element', () => {
	const html = jsonLd({ '@type': 'Organization', name: '</script><script>alert(1)</script>' });
	expect(html.match(/<\/script>/g)).toHaveLength(1);
	expect(html).toMatch(/^<script type="application\/ld\+json">\{"@context":"https:\/\/schema.org"/);
});
