import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';
import svelteConfig from '../../svelte.config.js';
import boundaries from './boundaries.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

const WORDS = '/^(label|name|title|words|text|note|problem|warning|sentence|term|region|group|entry)$/';

/** Words may stand twice in a list, and then the whole page fails: `each_key_duplicate`. */
const keyedByWords = [
	`SvelteEachBlock > Identifier.key[name=${WORDS}]`,
	`SvelteEachBlock > MemberExpression.key[property.name=${WORDS}]`,
	'SvelteEachBlock > TemplateLiteral.key',
	'SvelteEachBlock > BinaryExpression.key'
].map((selector) => ({
	selector,
	message: 'Two of a list may read the same: key it by an id that nothing shares, or by its place.'
}));

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
	{
		files: ['**/*.svelte'],
		rules: {
			'no-restricted-syntax': ['error', ...keyedByWords]
		}
	},
	{
		files: ['src/lib/**', 'src/routes/**'],
		plugins: { house: boundaries },
		rules: { 'house/boundaries': 'error' }
	}
);
