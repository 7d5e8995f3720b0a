/** The address that a mailed link was sent to; empty when the link lacks it. */
export function linkedAddress(url: URL): string {
	const email = url.searchParams.get('email') ?? '';
	// A mail program may hand on a plain "+", which an address reads as a blank; no e-mail address has one.
	return email.trim().replaceAll(' ', '+').slice(0, 254);
}

/** An e-mail address that its owner knows again and a passer-by does not read: `as…@example.org`. */
export function maskedAddress(email: string): string {
	const at = email.lastIndexOf('@');
	if (at < 1) return '';
	const shown = Array.from(email.slice(0, at)).slice(0, at > 3 ? 2 : 1);
	return `${shown.join('')}…${email.slice(at)}`;
}
