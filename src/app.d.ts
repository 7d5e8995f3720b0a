import type { Client } from '#lib/server/backend.ts';
import type { Caller } from '#lib/server/caller.ts';

declare global {
	namespace App {
		interface Error {
			message: string;
			/** Finds the fault in the server's log. */
			reference?: string;
		}
		interface Locals {
			/** The database under the caller's own rights; as any visitor sees it once their session has ended. */
			supabase: Client;
			/** The sign-in service, which keeps the session in this browser's cookies. */
			auth: Client['auth'];
			/** The database as any visitor sees it, whoever is calling: for embeds and feeds. */
			visitor: Client;
			/** Who is calling, asked of the sign-in service once a request; null for a visitor. */
			session(): Promise<{ userId: string; email: string } | null>;
			/** Who is calling and what they may do, asked of the database once a request; null for a visitor. */
			caller(): Promise<Caller | null>;
		}
		interface Platform {
			/** The request as Node received it. */
			req: import('node:http').IncomingMessage;
		}
	}
}

export {};
