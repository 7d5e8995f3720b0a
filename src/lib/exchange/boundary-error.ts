/** A boundary file that is not what it says; the message is the one sentence that its owner reads. */
export class BoundaryError extends Error {
	override name = 'BoundaryError';
}
