import { greatest, sum } from 'd3';
import type { Fits } from './vocabulary.ts';

/** A word that was typed, and where it is. */
export interface Token {
	weight: number;
	fits: Fits;
	inNames: Map<number, number>;
	inTexts: Map<number, number>;
}

/** Documents that have every token. */
export function haveAll(tokens: readonly Token[]): number[] {
	const rarest = greatest(tokens, ({ weight }) => weight)!;
	const candidates = new Set([...rarest.inNames.keys(), ...rarest.inTexts.keys()]);
	return [...candidates].filter((at) =>
		tokens.every(({ inNames, inTexts }) => inNames.has(at) || inTexts.has(at))
	);
}

/** Documents that have tokens of at least a share of all their weight. */
export function haveMost(tokens: readonly Token[], least: number): number[] {
	const candidates = new Set(
		tokens.flatMap(({ inNames, inTexts }) => [...inNames.keys(), ...inTexts.keys()])
	);
	return [...candidates].filter((at) => shareOf(at, tokens) >= least);
}

/** Share of the tokens that a document has, by weight. */
export function shareOf(at: number, tokens: readonly Token[]): number {
	const has = sum(tokens, ({ weight, inNames, inTexts }) =>
		inNames.has(at) || inTexts.has(at) ? weight : 0
	);
	return has / sum(tokens, ({ weight }) => weight);
}

/** What fits by either, at its best. */
export function merged(fits: Fits, more: Fits): Fits {
	const both = new Map(fits);
	for (const [word, fit] of more) both.set(word, Math.max(fit, both.get(word) ?? 0));
	return both;
}

/** The best fit of each document that has one of the words. */
export function bestOf(fits: Fits, documents: readonly (readonly number[])[]): Map<number, number> {
	const found = new Map<number, number>();
	for (const [word, fit] of fits)
		for (const at of documents[word]!) if (fit > (found.get(at) ?? 0)) found.set(at, fit);
	return found;
}
