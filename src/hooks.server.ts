import { building } from '$app/environment';
import { sequence } from '@sveltejs/kit/hooks';
import { limitBodies } from '#lib/server/http/body-limits.ts';
import { compressPages } from '#lib/server/http/compress-pages.ts';
import { openEmbeddedApi } from '#lib/server/http/embedded-api.ts';
import { reportError } from '#lib/server/http/error-report.ts';
import { leadFormerAreas } from '#lib/server/http/former-areas.ts';
import { refuseForeignHost } from '#lib/server/http/host-check.ts';
import { limitRates } from '#lib/server/http/rate-limits.ts';
import { logRequest } from '#lib/server/http/request-log.ts';
import { setSecurityHeaders } from '#lib/server/http/security-headers.ts';
import { attachSession } from '#lib/server/http/session-client.ts';
import { startBackend } from '#lib/server/start-backend.ts';

export const init = async () => {
	if (!building) await startBackend();
};

export const handle = sequence(
	logRequest,
	compressPages,
	setSecurityHeaders,
	refuseForeignHost,
	limitRates,
	limitBodies,
	leadFormerAreas,
	openEmbeddedApi,
	attachSession
);

export const handleError = reportError;
