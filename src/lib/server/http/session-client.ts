import { createServerClient } from '@supabase/ssr';
import { REALTIME, backend, visitorClient } from '../backend.ts';
import { callerOf } from '../caller.ts';
import { assertRead } from '../database-fault.ts';
import type { Handle, RequestEvent } from '@sveltejs/kit';
import type { Backend, Client } from '../backend.ts';
import type { Database } from '../database.types.ts';

/** Cookies of the session; long ones are split into `.0`, `.1` … */
export const SESSION_COOKIE = 'goodways-session';

/** Gives each request its clients and the question who is calling. */
export const attachSession: Handle = async ({ event, resolve }) => {
	const opened = await backend();
	const uncacheable: Record<string, string> = {};
	event.locals.visitor = visitorClient(opened);
	// A view inside somebody else's page shows what any visitor sees, whoever looks at it.
	const isEmbedded = event.route.id?.startsWith('/embed/') === true;
	const client = isEmbedded ? event.locals.visitor : sessionClient(event, opened, uncacheable);
	const session = isEmbedded ? Promise.resolve(null) : verifiedSession(event, client);
	event.locals.auth = client.auth;
	event.locals.session = () => session;
	// The database takes a token until it expires, also of a session that was ended elsewhere. Where nobody can be
	// asked about it, the fault is told to who asks for the session.
	const isOver = await session.then(
		(known) => known === null,
		() => false
	);
	event.locals.supabase = isOver ? event.locals.visitor : client;
	event.locals.caller = () => callerOf(event);
	const response = await resolve(event);
	for (const [name, value] of Object.entries(uncacheable)) response.headers.set(name, value);
	return response;
};

/** Asks the sign-in service, because a cookie alone proves nothing; a visitor costs no question. */
async function verifiedSession(
	{ cookies }: RequestEvent,
	supabase: Client
): Promise<{ userId: string; email: string } | null> {
	if (!cookies.getAll().some(({ name }) => name.startsWith(SESSION_COOKIE))) return null;
	const { data, error } = await supabase.auth.getUser();
	// A service that is down says nothing about who is calling; to sign somebody out for it would lose their work.
	// A plain 500 is what the embedded service says of a forged token: nobody is signed in.
	if (error !== null && (error.status ?? 0) > 500) assertRead(error, 'The session');
	return data.user === null ? null : { userId: data.user.id, email: data.user.email ?? '' };
}

/** @param uncacheable filled with the headers that keep an answer with fresh cookies out of every cache */
function sessionClient(event: RequestEvent, opened: Backend, uncacheable: Record<string, string>): Client {
	return createServerClient<Database>(opened.url, opened.publishableKey, {
		global: { fetch: opened.fetch },
		realtime: REALTIME,
		cookieOptions: {
			name: SESSION_COOKIE,
			path: '/',
			httpOnly: true,
			sameSite: 'lax',
			secure: event.url.protocol === 'https:'
		},
		cookies: {
			getAll: () => event.cookies.getAll(),
			setAll(cookies, headers) {
				for (const { name, value, options } of cookies)
					event.cookies.set(name, value, { ...options, path: '/' });
				Object.assign(uncacheable, headers);
			}
		}
	});
}
