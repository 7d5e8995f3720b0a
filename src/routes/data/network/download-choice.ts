import { error } from '@sveltejs/kit';
import { FILE_DIRECTIONS } from '#lib/exchange/edge-direction.ts';
import type { FileDirection } from '#lib/exchange/edge-direction.ts';
import { parseChoice } from '#lib/view/network-choice.ts';
import type { NetworkChoice } from '#lib/view/network-choice.ts';

/**
 * The choice of a network's file. The page leaves out what it cannot use, and says so; a file cannot say
 * so, and must never hold more than was asked for.
 *
 * @throws 400 where a part of the address is damaged
 */
export function downloadChoice(search: URLSearchParams): NetworkChoice {
	const { choice, problems } = parseChoice(search);
	if (problems.length > 0) error(400, `${problems.join(' ')} So there is no file for this address.`);
	return choice;
}

/**
 * The direction of a network's file; one for all its links where the address names none.
 *
 * @throws 400 where it names another
 */
export function downloadDirection(search: URLSearchParams): FileDirection {
	const asked = search.get('direction') ?? FILE_DIRECTIONS[0];
	const found = FILE_DIRECTIONS.find((direction) => direction === asked);
	if (found === undefined) {
		error(
			400,
			`A file has no direction “${asked.slice(0, 40)}”: it has ${FILE_DIRECTIONS.slice(0, -1).join(', ')} or ${FILE_DIRECTIONS.at(-1)}.`
		);
	}
	return found;
}
