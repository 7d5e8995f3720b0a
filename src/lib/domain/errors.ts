/** Raised when an argument has no meaning in the domain: names the argument and what came. */
export class DomainError extends Error {
	override name = 'DomainError';
}
