/** Whether a measure describes a node, a tie, a group of nodes or the whole network. */
export type MeasureSubject = 'node' | 'tie' | 'group' | 'network';

/** A measure as a page prints it: what it is called, what it says, and where it is defined. */
export interface NetworkMeasure {
	id: string;
	label: string;
	/** One plain sentence. */
	meaning: string;
	subject: MeasureSubject;
	unit: string;
	/** Smallest and largest value, in words. */
	range: string;
	/** When there is no value. */
	nullMeaning: string;
	source: string;
}
