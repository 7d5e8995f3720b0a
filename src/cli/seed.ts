import { parseArgs } from 'node:util';
import { openBackend } from '#lib/server/backend.ts';
import { migrateBackend, seedBackend, seedWriter } from '#lib/server/bring-up-to-date.ts';
import { environment, parseEnvironment } from '#lib/server/environment.ts';
import { seedLoad } from '#lib/server/seed/seed-load.ts';
import { seedSample } from '#lib/server/seed/seed.ts';
import { requireSql, withBackend } from '#lib/server/with-backend.ts';
import type { Command } from './main.ts';

const print = (line: string) => void process.stdout.write(`${line}\n`);

export const command: Command = {
	usage: 'seed [sample], or seed load --organisations <number> --data-dir <folder>',
	summary:
		'Writes the real figures and facts and the sample network where missing; "load" fills a folder of its own for measuring.',
	async run([what, ...rest]) {
		if (what === undefined) await seedEverything();
		else if (what === 'sample' && rest.length === 0) await seedSampleOnly();
		else if (what === 'load') await fillForMeasuring(rest);
		else {
			process.stderr.write(`Usage: ${command.usage}\n`);
			return 2;
		}
		return 0;
	}
};

function seedEverything(): Promise<void> {
	return withBackend(async (backend) => {
		await migrateBackend(backend);
		await seedBackend(backend, { sample: environment().sample, log: print });
		print('The seeds are up to date.');
	});
}

function seedSampleOnly(): Promise<void> {
	return withBackend(async (backend) => {
		await migrateBackend(backend);
		const rows = await seedSample(seedWriter(backend));
		print(
			rows === null
				? 'The sample network is there already.'
				: `Seeded the sample network: ${rows} rows, all invented.`
		);
	});
}

async function fillForMeasuring(words: string[]): Promise<void> {
	const { values } = parseArgs({
		args: words,
		options: { organisations: { type: 'string' }, 'data-dir': { type: 'string' } }
	});
	const organisations = Number(values.organisations);
	if (!Number.isInteger(organisations) || organisations < 1 || values['data-dir'] === undefined) {
		throw new Error('Say how many and where: seed load --organisations 20000 --data-dir .data-load');
	}
	const env = parseEnvironment({ ...process.env, DATA_DIR: values['data-dir'] });
	const backend = await openBackend(env, 'command', print);
	try {
		const sql = requireSql(backend, 'a load for measuring goes into a data folder or a PostgreSQL server.');
		await migrateBackend(backend);
		await seedBackend(backend, { sample: false, log: print });
		await seedLoad(sql, {
			organisations,
			onprogress: (made) => print(`${made} of ${organisations} organisations`)
		});
		print('Done.');
	} finally {
		await backend.close();
	}
}
