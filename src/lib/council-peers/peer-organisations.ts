import type { AreasWire } from '#lib/domain/areas-wire.ts';
import type { Atlas } from '#lib/domain/atlas.ts';
import { dayOrNull } from '#lib/domain/day.ts';
import { rowsOf } from '#lib/domain/row-index.ts';
import { ORGANISATION_KINDS, LIES_WITHIN } from '#lib/domain/vocabulary.ts';

/**
 * The organisation of each code that has peers: an area's council, or the body above the councils that
 * lie in a county or combined authority; codes without one are left out.
 */
export function organisationsByCode(atlas: Atlas, { codes, upper }: AreasWire): Map<string, number> {
	const found = new Map<string, number>();
	for (const { code, council } of atlas.areas) if (council !== null) found.set(code, council);
	for (const { code, kind, districts } of upper) {
		const wanted = kind === 'county' ? 'council' : 'government';
		const votes = new Map<number, number>();
		for (const row of districts) {
			const council = found.get(codes[row]!);
			if (council === undefined) continue;
			for (const tie of rowsOf(atlas.index.tiesFrom, council)) {
				const above = atlas.ties.to[tie]!;
				if (atlas.ties.kind[tie] !== LIES_WITHIN) continue;
				if (ORGANISATION_KINDS[atlas.organisations.kind[above]!] !== wanted) continue;
				if (dayOrNull(atlas.organisations.closedOn[above]) !== null) continue;
				votes.set(above, (votes.get(above) ?? 0) + 1);
			}
		}
		const [most] = [...votes].sort((a, b) => b[1] - a[1]);
		if (most !== undefined) found.set(code, most[0]);
	}
	return found;
}
