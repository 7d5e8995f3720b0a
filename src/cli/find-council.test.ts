import { afterEach, describe, expect, test, vi } from 'vitest';
import { command } from './find-council.ts';
import { readStandardInput } from './standard-input.ts';

vi.mock('./standard-input.ts');
afterEach(() => vi.restoreAllMocks());

async function run(input: string, ...words: string[]) {
	vi.mocked(readStandardInput).mockResolvedValue(input);
	const printed = { stdout: '', stderr: '' };
	for (const stream of ['stdout', 'stderr'] as const) {
		vi.spyOn(process[stream], 'write').mockImplementation((text) => {
			printed[stream] += String(text);
			return true;
		});
	}
	const status = await command.run(words);
	return { ...printed, status };
}

describe('find-council', () => {
	test('answers each line of standard input on a line of its own', async () => {
		const { stdout, status } = await run('Hull, City of\nNewcastle\n\nAtlantis\nBournemouth\n', '--json');
		expect(status).toBe(0);
		const lines = stdout
			.trimEnd()
			.split('\n')
			.map((line) => JSON.parse(line) as Record<string, unknown>);
		expect(lines).toMatchObject([
			{ name: 'Hull, City of', answer: 'one', codes: ['E06000010'], message: null },
			{ name: 'Newcastle', answer: 'some', codes: ['E07000195', 'E08000021'] },
			{ name: '', answer: 'none', codes: [] },
			{ name: 'Atlantis', answer: 'none', codes: [], councils: [] },
			{ name: 'Bournemouth', answer: 'one', codes: ['E06000028'], councils: [{ until: '2019-04-01' }] }
		]);
	});

	test('answers for a day, and says when another body is meant by it', async () => {
		const { stdout } = await run('Bournemouth\nCumbria\n', '--on', '2026-01-01');
		expect(stdout.split('\n')).toEqual([
			'Bournemouth\tone\tE06000058 Bournemouth, Christchurch and Poole Council (unitary authority, South West; since 1 Apr 2019)\tBournemouth Borough Council no longer exists; Bournemouth, Christchurch and Poole Council took its place.',
			expect.stringMatching(/^Cumbria\tsome\tE06000063 .*\tE06000064 .*was divided between/),
			''
		]);
	});

	test.each([
		[['--on', '2026-02-30'], '“2026-02-30” is not a day of the form 2024-04-01.'],
		[['--on', '1970-01-01'], 'Councils are recorded from 1 April 1974; choose that day or a later one.']
	])('refuses %s in one sentence', async (words, message) => {
		expect(await run('Leeds\n', ...words)).toEqual({ stdout: '', stderr: `${message}\n`, status: 2 });
	});
});
