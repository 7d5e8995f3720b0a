import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vitest/config';

/**
 * Four test projects, run by `npm test` in this order, and the walk apart from them: `unit` needs nothing, `database` a database,
 * `api` a running embedded server, `e2e` the built site and a browser.
 */
export default defineConfig({
	plugins: [sveltekit()],
	worker: { format: 'es' },
	test: {
		reporters: ['default', './tests/closing-line-reporter.ts'],
		projects: [
			{
				extends: true,
				test: {
					name: 'unit',
					sequence: { groupOrder: 0 },
					include: ['src/**/*.test.ts', 'tests/lint/**/*.test.ts'],
					environment: 'node',
					testTimeout: 30_000
				}
			},
			{
				extends: true,
				test: {
					name: 'database',
					sequence: { groupOrder: 1 },
					include: ['tests/database/**/*.test.ts'],
					environment: 'node',
					testTimeout: 120_000,
					hookTimeout: 180_000,
					fileParallelism: false
				}
			},
			{
				extends: true,
				test: {
					name: 'api',
					globalSetup: './tests/seeded-folder.ts',
					sequence: { groupOrder: 2 },
					include: ['tests/api/**/*.test.ts'],
					environment: 'node',
					testTimeout: 120_000,
					hookTimeout: 240_000,
					fileParallelism: false
				}
			},
			{
				extends: true,
				test: {
					name: 'e2e',
					globalSetup: './tests/seeded-folder.ts',
					// A shared machine may stall a browser once; a fault shows twice.
					retry: 1,
					sequence: { groupOrder: 3 },
					include: ['tests/e2e/**/*.test.ts'],
					exclude: ['tests/e2e/walk.test.ts'],
					environment: 'node',
					testTimeout: 120_000,
					hookTimeout: 240_000,
					fileParallelism: false
				}
			},
			{
				extends: true,
				test: {
					// Opens every address there is, over a thousand: by `npm run walk`, not yet with the others.
					name: 'walk',
					globalSetup: './tests/seeded-folder.ts',
					include: ['tests/e2e/walk.test.ts'],
					environment: 'node',
					testTimeout: 600_000,
					hookTimeout: 600_000
				}
			}
		]
	}
});
