import { siteOrigin } from '#lib/server/backend.ts';
import { environment } from '#lib/server/environment.ts';
import { NETWORK_ROLES, grantAdministrator, grantRole } from '#lib/server/grant.ts';
import { withBackend } from '#lib/server/with-backend.ts';
import type { Command } from './main.ts';

export const command: Command = {
	usage: `grant <${NETWORK_ROLES.join('|')}> <email> <network>, or grant administrator <email>`,
	summary: 'Gives somebody a role, making the account if need be, and prints a link to sign in with.',
	async run([role, email, network, ...rest]) {
		const isAdministrator = role === 'administrator';
		const networkRole = NETWORK_ROLES.find((known) => known === role);
		const complete = isAdministrator
			? network === undefined
			: networkRole !== undefined && network !== undefined;
		if (email === undefined || !complete || rest.length > 0) {
			process.stderr.write(`Usage: ${command.usage}\n`);
			return 2;
		}
		if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new Error(`"${email}" is not an e-mail address.`);
		const { tokenHash } = await withBackend((backend) =>
			networkRole !== undefined && network !== undefined
				? grantRole(backend, networkRole, email, network)
				: grantAdministrator(backend, email)
		);
		const of = network === undefined ? 'the site' : `the network ${network}`;
		const link = `${siteOrigin(environment())}/auth/confirm?token_hash=${encodeURIComponent(tokenHash)}&type=magiclink&email=${encodeURIComponent(email)}`;
		process.stdout.write(
			`${email} is now ${role} of ${of}.\nThis link signs them in, once, within an hour:\n  ${link}\n`
		);
		return 0;
	}
};
