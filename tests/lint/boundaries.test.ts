import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Linter } from 'eslint';
import { describe, expect, test } from 'vitest';
import boundaries from './boundaries.js';
import { PAGES, ROOMS } from './rooms.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folders = (path: string) =>
	readdirSync(join(root, path), { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name);
const linter = new Linter({ cwd: root });
const verify = (file: string, code: string) =>
	linter.verify(
		code,
		[{ files: ['**/*.ts'], plugins: { house: boundaries as never }, rules: { 'house/boundaries': 'error' } }],
		{ filename: join(root, file) }
	);
/** What the boundaries say of one line in a file. */
const say = (file: string, line: string): string[] => verify(file, line).map(({ message }) => message);
/** The lines of a file that are refused, each once. */
const barredLines = (file: string, lines: readonly string[]): number[] => [
	...new Set(verify(file, lines.join('\n')).map(({ line }) => line))
];
const rooms = Object.keys(ROOMS);

describe('the boundaries of the rooms', () => {
	test('name every room that there is, and none that is not', () => {
		expect(rooms.sort()).toEqual(folders('src/lib').sort());
		for (const { may } of Object.values(ROOMS)) {
			for (const other of may) expect(rooms).toContain(other);
		}
	});

	test('draw no circle: nobody reaches itself through those that it may import from', () => {
		const reach = (room: string, seen = new Set<string>()): Set<string> => {
			for (const next of ROOMS[room]!.may) {
				if (seen.has(next)) continue;
				seen.add(next);
				reach(next, seen);
			}
			return seen;
		};
		expect(rooms.filter((room) => reach(room).has(room))).toEqual([]);
	});

	test.each(rooms)('%s bites whatever it may not know, however that is reached, and nothing else', (room) => {
		const { may, not } = ROOMS[room]!;
		const file = `src/lib/${room}/x.ts`;
		const linesOf = (other: string, at: number) => [
			`import { a${at} } from '#lib/${other}/y.ts';`,
			`import { b${at} } from '../${other}/y.ts';`,
			`export { c${at} } from '#lib/${other}/y.ts';`,
			`export * from '../${other}/y.ts';`,
			`const e${at} = import('#lib/${other}/y.ts');`
		];
		const others = rooms.filter((name) => name !== room);
		const barred = others.filter((name) => !may.includes(name)).flatMap(linesOf);
		const allowed = may.flatMap(linesOf);
		const packages = not.map((name, at) => `import p${at} from '${name.endsWith('/') ? `${name}y` : name}';`);
		expect(barredLines(file, [...barred, ...packages])).toHaveLength(barred.length + packages.length);
		expect(barredLines(file, allowed)).toEqual([]);
		expect(say(file, `import y from './y.ts';`)).toEqual([]);
		expect(say(file, `import y from '../../routes/peers/y.ts';`)).toHaveLength(1);
	});

	test('refuse a room that nobody named', () => {
		expect(say('src/lib/attic/x.ts', 'export const x = 1;')).toEqual([
			'The room src/lib/attic is not in tests/lint/rooms.js.'
		]);
	});

	test('let a test set its room beside others, but not in a page', () => {
		expect(say('src/lib/domain/x.test.ts', `import y from '#lib/view/y.ts';`)).toEqual([]);
	});
});

describe('the boundaries of the pages', () => {
	test('forbid one page to import from another’s folder, from however deep', () => {
		expect(say('src/routes/peers/x.ts', `import y from '../learning/y.ts';`)).toEqual([
			'A page keeps to its own folder: what peers and learning both use belongs into a room of src/lib.'
		]);
		expect(say('src/routes/peers/[area]/x.ts', `import y from '../../learning/[slug]/y.ts';`)).toHaveLength(
			1
		);
		expect(say('src/routes/x.ts', `import y from './learning/y.ts';`)).toHaveLength(1);
	});

	test('leave a page its own folder, what stands beside all pages, and the rooms', () => {
		for (const line of [
			`import y from './y.ts';`,
			`import y from '../compare/y.ts';`,
			`import y from '../../form-input.ts';`,
			`import y from '#lib/peers/y.ts';`
		]) {
			expect(say('src/routes/peers/[area]/x.ts', line), line).toEqual([]);
		}
	});

	test('let the pages through that hand out another, and nobody back', () => {
		const pages = folders('src/routes');
		for (const [page, others] of Object.entries(PAGES)) {
			for (const other of others) {
				expect(pages).toContain(other);
				const isFile = page.endsWith('.ts');
				const file = isFile ? `src/routes/${page}` : `src/routes/${page}/x.ts`;
				expect(say(file, `import y from '${isFile ? './' : '../'}${other}/y.ts';`)).toEqual([]);
				if (!isFile)
					expect(say(`src/routes/${other}/x.ts`, `import y from '../${page}/y.ts';`)).toHaveLength(1);
			}
		}
	});
});
