/** Input from the command line or a file that cannot be used; the message is one sentence for the person who gave it. */
export class InputError extends Error {
	override readonly name = 'InputError';
}
