import { startPostgres } from '../database/postgres-server.ts';

/** The rungs that carry the embedded API, and the environment that chooses each. */
export const RUNGS: {
	name: string;
	start(): Promise<{ variables: Record<string, string>; stop(): Promise<void> }>;
}[] = [
	{ name: 'PGlite', start: async () => ({ variables: {}, stop: async () => {} }) },
	{
		name: 'a PostgreSQL server',
		async start() {
			const { url, stop } = await startPostgres();
			return { variables: { DATABASE_URL: url }, stop };
		}
	}
];
