import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import { STUDY_METHODS } from '#lib/analysis/study/study-methods.ts';
import ResearchMethod from './ResearchMethod.svelte';

test('each method of the workbench says what it leaves out and whose it is, under an address of its own', () => {
	const { body } = render(ResearchMethod);
	expect(body).toContain('id="research"');
	for (const { id, limits, source } of STUDY_METHODS) {
		expect(body).toContain(`id="research-${id}"`);
		expect(body).toContain(limits);
		expect(body).toContain(source.replaceAll('&', '&amp;'));
	}
});
