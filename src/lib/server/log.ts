import { pino } from 'pino';
import { environment } from './environment.ts';
import type { Logger } from 'pino';

let logger: Logger | null = null;

/** The server's log: one line of JSON an event, without personal data. */
export function log(): Logger {
	logger ??= pino({ level: environment().logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime });
	return logger;
}
