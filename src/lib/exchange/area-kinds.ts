/**
 * Kinds of area by the first three signs of their codes, the smallest areas first. Kinds that are councils' own
 * are one.
 *
 * Source: Office for National Statistics, Register of Geographic Codes.
 */
const KINDS: readonly { kind: string | null; signs: readonly string[] }[] = [
	{ kind: 'output areas', signs: ['E00', 'W00', 'S00', 'N00'] },
	{ kind: 'lower layer super output areas or data zones', signs: ['E01', 'W01', 'S01', 'N20', 'N21'] },
	{ kind: 'parishes or communities', signs: ['E04', 'W04'] },
	{ kind: 'wards or electoral divisions', signs: ['E05', 'W05', 'S13', 'N08', 'E58', 'W40'] },
	{ kind: 'middle layer super output areas or intermediate zones', signs: ['E02', 'W02', 'S02'] },
	{ kind: null, signs: ['E06', 'E07', 'E08', 'E09', 'W06', 'S12', 'N09'] },
	{
		kind: 'constituencies',
		signs: ['E14', 'W07', 'S14', 'N05', 'N06', 'W09', 'S16', 'E32', 'W10', 'S17', 'N07']
	},
	{ kind: 'counties', signs: ['E10', 'E11', 'E13'] },
	{ kind: 'combined authorities', signs: ['E47', 'E61', 'S48'] },
	{ kind: 'health areas', signs: ['E38', 'E54', 'E18', 'E40', 'W11', 'S08', 'S37', 'ZC0'] },
	{ kind: 'police or fire areas', signs: ['E23', 'E31', 'W15', 'W25', 'S32', 'S39', 'N24', 'N31'] },
	{ kind: 'national parks', signs: ['E26', 'W18', 'S21'] },
	{ kind: 'built-up areas', signs: ['E34', 'E35', 'W37', 'W38', 'S45', 'N11', 'E63', 'W45'] },
	{ kind: 'local enterprise areas', signs: ['E37'] },
	{ kind: 'regions', signs: ['E12', 'E15'] },
	{ kind: 'nations', signs: ['E92', 'W92', 'S92', 'N92', 'K02', 'K03', 'K04'] }
];

/** Kinds of area, the smallest first; a code of none of them is as large as can be. */
const SIZES = new Map(KINDS.flatMap(({ signs }, size) => signs.map((sign) => [sign, size])));

/** How large areas of a code are, by their kind: smaller first. */
export function kindSize(code: string): number {
	return SIZES.get(code.slice(0, 3)) ?? KINDS.length;
}

/** What areas of a code are called, many of them; null for those of councils, and where the kind is not known. */
export function kindName(code: string): string | null {
	return KINDS[kindSize(code)]?.kind ?? null;
}
