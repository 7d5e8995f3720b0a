import { writeSync } from 'node:fs';
import { openScratch } from '../scratch-backend.ts';

/** Writes rows through the API for ever and says of each that it was acknowledged; the test kills it. */
const [dataDir = '', pause = '0'] = process.argv.slice(2);
const scratch = await openScratch({}, dataDir);
await scratch.sql.exec(`
	create table if not exists public.lines (run text, number int, text text, primary key (run, number));
	alter table public.lines enable row level security;
	grant all on public.lines to service_role;
`);
await scratch.backend.schemaChanged();
const run = String(process.pid);
for (let number = 0; ; number++) {
	const body = JSON.stringify({ run, number, text: 'x'.repeat(2000) });
	const response = await scratch.api('/rest/v1/lines', 'secret', { method: 'POST', body });
	if (response.status === 201) writeSync(1, `ACK ${number}\n`);
	else writeSync(1, `REFUSED ${response.status} ${await response.text()}\n`);
	if (pause !== '0') await new Promise((resolve) => setTimeout(resolve, Number(pause)));
}
