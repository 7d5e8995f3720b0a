/** One hover and one date for all figures: which period is in focus, and what moves it. */
export interface LinkedFocus {
	/** Period in focus; null for none. */
	focus: number | null;
	/** While the pointer is over a period, and null when it leaves. */
	onfocus: (period: number | null) => void;
	/** When a period is chosen for good: it becomes the date of the view. */
	onpick: (period: number) => void;
}
