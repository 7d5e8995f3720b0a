import { mailSettings, siteOrigin } from '../backend.ts';
import type { Backend, Client } from '../backend.ts';
import type { Environment } from '../environment.ts';
import { sendMail } from '../mail.ts';
import { sendPost } from '../post/send-post.ts';
import { TEMPLATES } from '../post/templates.ts';
import { linkKey } from '../post/token.ts';
import type { Job } from './run-jobs.ts';

/** Everything that the server does by itself. */
export function allJobs(backend: Pick<Backend, 'secretKey'>, env: Environment): Job[] {
	return [postJob(linkKey(backend.secretKey), env)];
}

/** Sends what was written down. */
function postJob(key: string, env: Environment): Job {
	const settings = mailSettings(env);
	return {
		name: 'post',
		everySeconds: 30,
		leaseSeconds: 120,
		async work(service: Client, goOn) {
			const carrier = {
				origin: siteOrigin(env),
				send: settings.smtpUrl === null ? null : (mail: Parameters<typeof sendMail>[0]) => sendMail(mail, settings)
			};
			const { sent, kept, later, failed, unsure } = await sendPost(
				{ service, linkKey: key },
				TEMPLATES,
				carrier,
				goOn
			);
			return `${sent} sent, ${kept} kept, ${later} put off, ${failed} failed, ${unsure} unsure`;
		}
	};
}
