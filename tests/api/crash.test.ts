import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { openScratch, scratchFolder } from './scratch-backend.ts';

const dataDir = scratchFolder();
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

/** Starts the writing process and kills it outright once it has had so many rows acknowledged. */
function writeAndKill(rows: number): Promise<{ run: string; acknowledged: number }> {
	const script = fileURLToPath(new URL('./processes/write-until-killed.ts', import.meta.url));
	const child = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
		stdio: ['ignore', 'pipe', 'pipe']
	});
	return new Promise((resolve, reject) => {
		let output = '';
		let trouble = '';
		child.stderr.on('data', (chunk: Buffer) => (trouble += chunk.toString()));
		child.stdout.on('data', (chunk: Buffer) => {
			output += chunk.toString();
			if (output.includes(`ACK ${rows}\n`)) child.kill('SIGKILL');
		});
		child.once('exit', () => {
			const acknowledged = [...output.matchAll(/^ACK (\d+)$/gm)].length;
			if (acknowledged === 0) reject(new Error(`nothing was written:\n${output}\n${trouble}`));
			else resolve({ run: String(child.pid), acknowledged });
		});
	});
}

test('a process killed in the middle of writing loses nothing that it acknowledged, twice over', async () => {
	for (const rows of [40, 90]) {
		const { run, acknowledged } = await writeAndKill(rows);
		const scratch = await openScratch({}, dataDir);
		const [kept] = await scratch.sql.query<{ rows: number; whole: number }>(
			`select count(*)::int as rows, count(*) filter (where length(text) = 2000)::int as whole
			from public.lines where run = $1`,
			[run]
		);
		// The row being written when the end came may be there too, but whole.
		expect(kept?.rows).toBeGreaterThanOrEqual(acknowledged);
		expect(kept?.rows).toBeLessThanOrEqual(acknowledged + 1);
		expect(kept?.whole).toBe(kept?.rows);
		await scratch.backend.close();
	}
});
