import { existsSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PAGES, ROOMS } from './rooms.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

/**
 * The place of a file: its room, its page, or neither.
 * @param {string} path below the root of the project
 */
function placeOf(path) {
	const [src, part, name = ''] = path.split('/');
	if (src !== 'src') return { room: null, page: null };
	if (part === 'lib') return { room: name, page: null };
	return { room: null, page: part === 'routes' ? name : null };
}

/**
 * What an import means: a file below the root, or a package.
 * @param {string} file that imports, below the root
 * @param {string} source as written
 */
function meant(file, source) {
	if (source.startsWith('#lib/')) return join('src/lib', source.slice('#lib/'.length));
	if (source.startsWith('.')) return relative(root, resolve(root, dirname(file), source));
	return null;
}

/** Keeps rooms to what they may know and pages to their own folders. */
const rule = {
	meta: { type: 'problem', schema: [] },
	/** @param {import('eslint').Rule.RuleContext} context */
	create(context) {
		const file = relative(root, context.filename);
		const { room, page } = placeOf(file);
		if (room === null && page === null) return {};

		/** @param {import('estree').Node} node @param {unknown} source */
		const check = (node, source) => {
			if (typeof source !== 'string') return;
			const message = faultOf(file, room, page, source);
			if (message !== null) context.report({ node, message });
		};
		return {
			/** @param {any} node */
			Program(node) {
				if (room !== null && ROOMS[room] === undefined)
					context.report({ node, message: `The room src/lib/${room} is not in tests/lint/rooms.js.` });
			},
			/** @param {any} node */
			ImportDeclaration: (node) => check(node, node.source.value),
			/** @param {any} node */
			ExportNamedDeclaration: (node) => check(node, node.source?.value),
			/** @param {any} node */
			ExportAllDeclaration: (node) => check(node, node.source.value),
			/** @param {any} node */
			ImportExpression: (node) => check(node, node.source.value),
			/** @param {any} node */
			TSImportType: (node) => check(node, node.source?.value ?? node.argument?.literal?.value)
		};
	}
};

/**
 * @param {string} file
 * @param {string | null} room
 * @param {string | null} page
 * @param {string} source
 * @returns {string | null} what is wrong with the import
 */
function faultOf(file, room, page, source) {
	const target = meant(file, source);
	const to = target === null ? null : placeOf(target);
	if (room !== null) {
		const rules = ROOMS[room];
		if (rules === undefined) return null;
		if (to === null) {
			const barred = rules.not.some(
				(name) => source === name || source.startsWith(name.endsWith('/') ? name : `${name}/`)
			);
			return barred ? `${rules.reason} (${room} may not import ${source})` : null;
		}
		if (to.page !== null && !isTest(file)) return `Rooms know no page. (${room} may not import ${target})`;
		// A test may set its room beside others.
		if (to.room === null || to.room === room || rules.may.includes(to.room) || isTest(file)) return null;
		return `${rules.reason} (${room} may not import from ${to.room})`;
	}
	if (page === null || to === null || to.page === null || to.page === page) return null;
	if (PAGES[page]?.includes(to.page)) return null;
	// Files that stand in src/routes itself are of every page.
	if (!existsSync(join(root, 'src/routes', to.page)) || !isFolder(to.page)) return null;
	return `A page keeps to its own folder: what ${page} and ${to.page} both use belongs into a room of src/lib.`;
}

/** @param {string} name of a page or of a file beside the pages */
function isFolder(name) {
	return !/\.(ts|js|svelte)$/.test(name);
}

/** @param {string} file */
function isTest(file) {
	return /\.test\.(ts|js)$/.test(file);
}

export default { rules: { boundaries: rule } };
