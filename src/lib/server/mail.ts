import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';

export interface Mail {
	to: string;
	subject: string;
	text: string;
	html: string | null;
	/** Extra headers, such as `List-Unsubscribe`. */
	headers?: Record<string, string>;
}

/** How mail leaves; survives a structured clone. */
export interface MailSettings {
	/** Address of a mail server; null keeps mail in the outbox. */
	smtpUrl: string | null;
	from: string;
	/** Folder that holds the outbox when there is no mail server. */
	dataDir: string;
}

/**
 * Sends a mail through the mail server; without one, keeps it in `<dataDir>/outbox` and prints its
 * first link, so that whoever runs the server can sign in.
 */
export async function sendMail(mail: Mail, settings: MailSettings): Promise<void> {
	const { to, subject, text, headers } = mail;
	if (settings.smtpUrl === null) {
		await keepInOutbox(mail, settings);
		return;
	}
	const transport = createTransport(settings.smtpUrl);
	try {
		await transport.sendMail({
			from: settings.from,
			to,
			subject,
			text,
			html: mail.html ?? undefined,
			headers
		});
	} finally {
		transport.close();
	}
}

async function keepInOutbox(mail: Mail, { dataDir, from }: MailSettings): Promise<void> {
	const outbox = join(dataDir, 'outbox');
	await mkdir(outbox, { recursive: true, mode: 0o700 });
	const transport = createTransport({ streamTransport: true, buffer: true });
	const { to, subject, text, html, headers } = mail;
	const { message } = await transport.sendMail({ from, to, subject, text, html: html ?? undefined, headers });
	const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomUUID().slice(0, 8)}.eml`;
	await writeFile(join(outbox, name), message as Buffer, { mode: 0o600 });
	const link = firstLink(mail);
	process.stdout.write(
		`No mail server is set (SMTP_URL), so "${subject}" is kept in ${join(outbox, name)}\n`
	);
	if (link !== null) process.stdout.write(`  ${link}\n`);
}

/** The first web address of a mail, from its links if it has any. */
export function firstLink({ html, text }: Pick<Mail, 'html' | 'text'>): string | null {
	const href = html === null ? null : /href="(https?:[^"]+)"/.exec(html)?.[1];
	return href?.replaceAll('&amp;', '&') ?? /https?:\S+/.exec(text)?.[0] ?? null;
}
