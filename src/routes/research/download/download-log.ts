import type { RequestEvent } from '@sveltejs/kit';
import { formatDay, parseDay } from '#lib/domain/day.ts';
import { assertRead } from '#lib/server/database-fault.ts';

/** One download of rows of members, as logged. */
export interface LoggedDownload {
	id: string;
	network: string;
	/** Day in words. */
	on: string;
	purpose: string;
	content: string;
	termsVersion: string;
	/** Whether the reader took it away; else someone else did. */
	isOwn: boolean;
}

const MOST_LISTED = 50;

/**
 * Downloads that the caller may see, newest first: their own, and those of networks that they coordinate; none for a
 * visitor.
 */
export async function listDownloads({ locals }: Pick<RequestEvent, 'locals'>): Promise<LoggedDownload[]> {
	const session = await locals.session();
	if (session === null) return [];
	const { data, error } = await locals.supabase
		.from('research_downloads')
		.select(
			'id, user_id, accepted_at, purpose, content, terms_version, networks!research_downloads_network_id_fkey(name)'
		)
		.order('accepted_at', { ascending: false })
		.limit(MOST_LISTED);
	assertRead(error, 'The log of downloads');
	return data.map(({ id, user_id, accepted_at, purpose, content, terms_version, networks }) => ({
		id,
		network: networks.name,
		on: dayInWords(accepted_at),
		purpose: purpose ?? '',
		content,
		termsVersion: terms_version,
		isOwn: user_id === session.userId
	}));
}

/** The day of an instant as the database writes it. */
function dayInWords(instant: string): string {
	const day = parseDay(instant.slice(0, 10));
	return day === null ? 'date not recorded' : formatDay(day);
}
