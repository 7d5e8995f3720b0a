import { error } from '@sveltejs/kit';
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
