/** Everything that is piped in, as UTF-8. */
export async function readStandardInput(): Promise<string> {
	const parts: Buffer[] = [];
	for await (const part of process.stdin) parts.push(part as Buffer);
	return Buffer.concat(parts).toString('utf8');
}
