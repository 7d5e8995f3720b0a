import { createTransport } from 'nodemailer';
import { keepInOutbox } from './outbox.ts';

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
	/** Whether the outbox may print links: only where whoever reads the output may sign in as anybody. */
	printsLinks: boolean;
}

/**
 * Sends a mail through the mail server; without one, keeps it in the outbox, and on a local site prints
 * its first link, so that whoever runs the server can sign in.
 */
export async function sendMail(mail: Mail, settings: MailSettings): Promise<void> {
	const { to, subject, text, headers } = mail;
	if (settings.smtpUrl === null) {
		await keep(mail, settings);
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

/** Keeps a mail and says where; a link goes to the output of a local site only, since output is kept in logs. */
async function keep(mail: Mail, { dataDir, from, printsLinks }: MailSettings): Promise<void> {
	const transport = createTransport({ streamTransport: true, buffer: true });
	const { to, subject, text, html, headers } = mail;
	const { message } = await transport.sendMail({ from, to, subject, text, html: html ?? undefined, headers });
	const file = await keepInOutbox(dataDir, message as Buffer);
	process.stdout.write(`No mail server is set (SMTP_URL), so "${subject}" is kept in ${file}\n`);
	const link = printsLinks ? firstLink(mail) : null;
	if (link !== null) process.stdout.write(`  ${link}\n`);
}

/** The first web address of a mail, from its links if it has any. */
function firstLink({ html, text }: Pick<Mail, 'html' | 'text'>): string | null {
	const href = html === null ? null : /href="(https?:[^"]+)"/.exec(html)?.[1];
	return href?.replaceAll('&amp;', '&') ?? /https?:\S+/.exec(text)?.[0] ?? null;
}
