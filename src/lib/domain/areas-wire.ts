/**
 * What `/data/areas` serves beside the atlas: published figures on areas and who borders whom. The
 * same for everyone and changed only by a new release of the figures.
 */
export interface AreasWire {
	/** GSS codes in the order of every column below. */
	codes: string[];
	indicators: IndicatorWire[];
	/** Shared borders, each once; positions in `codes`. */
	adjacency: { a: number[]; b: number[]; km: (number | null)[] };
	/** Codes no longer in use, and the positions of the areas that took them over. */
	former: { code: string[]; current: number[] };
	/** Counties and combined authorities, with the positions of the areas that lie in them. */
	upper: UpperAreaWire[];
}

export interface UpperAreaWire {
	code: string;
	/** The place, such as "Kent" or "Greater Manchester". */
	name: string;
	kind: 'county' | 'combined authority';
	districts: number[];
}

export interface IndicatorWire {
	key: string;
	label: string;
	unit: string;
	/** Digits after the point that the figure is published with. */
	decimals: number;
	theme: string;
	/** Transform before areas are compared: none or log. */
	transform: 'none' | 'log';
	source: string;
	licence: string;
	/** What the figures refer to, e.g. "mid-2024". */
	vintage: string;
	/** What it is a share, rate or average of; null for counts. */
	denominator: string | null;
	/** How it is had for a larger area: added up, averaged by its denominator, or not at all. */
	aggregation: 'sum' | 'mean' | 'none';
	/** By area; null where nothing is published. */
	values: (number | null)[];
}
