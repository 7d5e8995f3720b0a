import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from '../../svelte.config.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Patterns for folders of src/lib, however they are reached: `#lib/ui/x` or `../ui/x`.
 * @param {string[]} names
 */
const folders = (...names) => names.flatMap((name) => [`#lib/${name}/**`, `**/${name}/**`]);

const FRAMEWORK = [
	'svelte',
	'svelte/*',
	'$app/*',
	'@sveltejs/*',
	'@supabase/*',
	'maplibre-gl',
	'maplibre-gl/*'
];

/**
 * Forbids a folder of src/lib from importing the given patterns. Patterns are of the import's own
 * text, so both the alias and the relative spelling are caught.
 * @param {string} folder
 * @param {string} message reason shown to the developer
 * @param {string[]} group
 * @returns {import('eslint').Linter.Config}
 */
const boundary = (folder, message, group) => ({
	files: [`src/lib/${folder}/**`],
	rules: {
		'@typescript-eslint/no-restricted-imports': ['error', { patterns: [{ group, message }] }]
	}
});

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'node_modules/', 'src/lib/server/database.types.ts', '.data*/'] },
	js.configs.recommended,
	...ts.configs.recommended,
	...svelte.configs.recommended,
	{
		basePath: root,
		languageOptions: { globals: { ...globals.browser, ...globals.node } },
		rules: {
			'@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
			'@typescript-eslint/no-explicit-any': 'error',
			'no-console': 'off',
			'svelte/no-navigation-without-resolve': 'off',
			// We keep no URLSearchParams, Map or Set in state: they are made, used and dropped.
			'svelte/prefer-svelte-reactivity': 'off',
			'no-undef': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig } }
	},
	boundary('domain', 'Domain code knows no framework, storage, screen or other room.', [
		...FRAMEWORK,
		'd3',
		...folders(
			'analysis',
			'peers',
			'layout',
			'view',
			'exchange',
			'charts',
			'map',
			'graph',
			'ui',
			'worker',
			'server',
			'search',
			'forecast',
			'cluster',
			'network',
			'tables',
			'councils'
		)
	]),
	boundary('tables', 'Tables are read without knowing what they are for.', [
		...FRAMEWORK,
		'd3',
		...folders(
			'analysis',
			'peers',
			'layout',
			'view',
			'exchange',
			'charts',
			'map',
			'graph',
			'ui',
			'worker',
			'server',
			'search',
			'forecast',
			'cluster',
			'network'
		)
	]),
	boundary('layout', 'Layout is typed arrays only.', [
		...FRAMEWORK,
		...folders(
			'domain',
			'analysis',
			'peers',
			'view',
			'exchange',
			'charts',
			'map',
			'graph',
			'ui',
			'worker',
			'server',
			'search',
			'network'
		)
	]),
	boundary('analysis', 'Analysis measures what it is given.', [
		...FRAMEWORK,
		...folders(
			'view',
			'exchange',
			'charts',
			'map',
			'graph/*.svelte',
			'ui',
			'worker',
			'server',
			'search',
			'network'
		)
	]),
	boundary('councils', 'Councils knows the domain only.', [
		...FRAMEWORK,
		'd3',
		...folders(
			'analysis',
			'peers',
			'layout',
			'view',
			'exchange',
			'charts',
			'map',
			'graph',
			'ui',
			'worker',
			'server',
			'search',
			'forecast',
			'cluster',
			'network'
		)
	]),
	boundary('peers', 'Peers compares what it is given.', [
		...FRAMEWORK,
		...folders('view', 'exchange', 'charts', 'map', 'ui', 'worker', 'server', 'search', 'layout', 'network')
	]),
	boundary('view', 'The view state knows the domain only.', [
		...FRAMEWORK,
		'd3',
		...folders(
			'analysis',
			'peers',
			'layout',
			'exchange',
			'charts',
			'map',
			'graph',
			'ui',
			'worker',
			'server',
			'network'
		)
	]),
	boundary('network', 'The measured network knows view, analysis and layout; no worker and no screen.', [
		...FRAMEWORK,
		'd3',
		...folders('exchange', 'charts', 'map', 'graph/*.svelte', 'ui', 'worker', 'server', 'search')
	]),
	boundary('exchange', 'Formats know the domain and the view only.', [
		...FRAMEWORK,
		...folders('analysis', 'peers', 'layout', 'charts', 'map', 'graph', 'ui', 'worker', 'server', 'network')
	]),
	boundary('search', 'Search is pure.', [
		...FRAMEWORK,
		...folders('charts', 'map', 'graph', 'ui', 'worker', 'server')
	]),
	boundary('cluster', 'Clusters are pure.', [
		...FRAMEWORK,
		...folders('charts', 'map', 'graph', 'ui', 'worker', 'server')
	]),
	boundary('charts', 'Charts draw what they are given.', [
		'$app/*',
		'@supabase/*',
		...folders('server', 'map', 'worker')
	]),
	boundary('map', 'Map layers draw what they are given.', [
		'$app/*',
		'@supabase/*',
		...folders('server', 'charts')
	]),
	boundary('ui', 'Interface parts use no domain words.', [
		'$app/*',
		'@supabase/*',
		'maplibre-gl',
		...folders(
			'domain',
			'analysis',
			'peers',
			'layout',
			'view',
			'exchange',
			'charts',
			'map',
			'graph',
			'worker',
			'server'
		)
	]),
	boundary('worker', 'The worker computes; it knows no screen.', [
		'svelte',
		'svelte/*',
		'$app/*',
		'@supabase/*',
		...folders('server', 'charts', 'ui', 'exchange')
	]),
	boundary('server', 'The server renders nothing.', folders('charts', 'map', 'ui', 'worker', 'network'))
);
