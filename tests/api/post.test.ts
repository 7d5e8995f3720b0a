import { createHash } from 'node:crypto';
import { SMTPServer } from 'smtp-server';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { serviceClient } from '#lib/server/backend.ts';
import { migrateBackend } from '#lib/server/bring-up-to-date.ts';
import { sendMail } from '#lib/server/mail.ts';
import { sendPost } from '#lib/server/post/send-post.ts';
import { linkKey, linkToken, tokenHash } from '#lib/server/post/token.ts';
import type { AddressInfo } from 'node:net';
import type { Mail } from '#lib/server/mail.ts';
import type { Carrier, PostRun, Template } from '#lib/server/post/send-post.ts';
import { RUNGS } from './rungs.ts';
import { openScratch } from './scratch-backend.ts';
import type { ScratchBackend } from './scratch-backend.ts';

/** A mail server that keeps what it is sent and answers as it is told. */
interface Postbox {
	/** Recipients of what arrived, in order. */
	arrived: string[];
	/** What it answers to a mail: null takes it, a number refuses with that code, `break` hangs up in the middle. */
	answer: number | 'break' | null;
	url: string;
	close(): Promise<void>;
}

async function openPostbox(): Promise<Postbox> {
	const box: Postbox = { arrived: [], answer: null, url: '', close: async () => {} };
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		onData(stream, session, done) {
			if (box.answer === 'break') {
				stream.destroy();
				session.envelope.rcptTo.length = 0;
				for (const connection of server.connections) connection.close();
				return;
			}
			stream.resume();
			stream.once('end', () => {
				if (typeof box.answer === 'number')
					return done(Object.assign(new Error('no'), { responseCode: box.answer }));
				box.arrived.push(...session.envelope.rcptTo.map(({ address }) => address));
				done();
			});
		}
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
	box.url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
	box.close = () => new Promise((resolve) => server.close(() => resolve()));
	return box;
}

const TEMPLATES = new Map<string, Template>([
	[
		'greeting',
		async (_making, { about }) => ({
			subject: 'Hello\nBcc: everybody@example.org',
			paragraphs: [`<b>About</b> ${JSON.stringify(about)}`],
			action: { label: 'Look', path: '/account?a=1&b=2' },
			why: 'You get this because a test sent it.'
		})
	],
	['nothing', async () => null],
	['broken', async () => Promise.reject(new Error('no rows'))]
]);

describe.each(RUNGS)('post on $name', ({ start }) => {
	let scratch: ScratchBackend;
	let stop: () => Promise<void>;
	let box: Postbox;

	beforeAll(async () => {
		const rung = await start();
		stop = rung.stop;
		scratch = await openScratch(rung.variables);
		await migrateBackend(scratch.backend);
		box = await openPostbox();
	});
	afterAll(async () => {
		await box.close();
		await scratch.close();
		await stop();
	});
	beforeEach(async () => {
		await scratch.sql.exec('delete from public.mails');
		box.arrived = [];
		box.answer = null;
	});

	const settings = () => ({
		smtpUrl: box.url,
		from: 'Goodways <g@example.org>',
		dataDir: '',
		printsLinks: false
	});
	const post = async (
		recipient: string,
		template = 'greeting',
		once: string | null = null
	): Promise<void> => {
		await scratch.sql.query("select private.post($1, $2, null, jsonb_build_object('a', 1), $3)", [
			template,
			recipient,
			once
		]);
	};
	const run = (send: Carrier['send'] = (mail: Mail) => sendMail(mail, settings())): Promise<PostRun> =>
		sendPost(
			{ service: serviceClient(scratch.backend), linkKey: 'key' },
			TEMPLATES,
			{ origin: 'https://goodways.example', send },
			() => true
		);
	const states = async (): Promise<string[]> =>
		(
			await scratch.sql.query<{ said: string }>(
				`select concat_ws(' ', split_part(recipient, '@', 1), state, tries, fault) as said
				from public.mails order by recipient`
			)
		).map(({ said }) => said);
	const makeDue = () => scratch.sql.exec("update public.mails set due_at = now() where state = 'waiting'");

	test('sends each mail once, and the same one is written down once', async () => {
		await post('ann@example.org', 'greeting', 'ann today');
		await post('ann@example.org', 'greeting', 'ann today');
		await post('bob@example.org');
		expect(await run()).toMatchObject({ sent: 2, later: 0, failed: 0 });
		expect(await run()).toMatchObject({ sent: 0 });
		expect(box.arrived.sort()).toEqual(['ann@example.org', 'bob@example.org']);
		expect(await states()).toEqual(['ann sent 1', 'bob sent 1']);
	});

	test('a server that is busy is asked after 1, 10 and 60 minutes, then the mail has failed', async () => {
		box.answer = 451;
		await post('ann@example.org');
		const waits: number[] = [];
		for (let attempt = 1; attempt <= 4; attempt += 1) {
			await run();
			const [row] = await scratch.sql.query<{ seconds: string }>(
				'select extract(epoch from due_at - now()) as seconds from public.mails'
			);
			waits.push(Math.round(Number(row?.seconds) / 60));
			expect(await run()).toMatchObject({ later: 0, failed: 0 });
			await makeDue();
		}
		expect(waits.slice(0, 3)).toEqual([1, 10, 60]);
		expect(await states()).toEqual(['ann failed 4 The mail server asked to try later (451).']);
		expect(box.arrived).toEqual([]);
	});

	test('a refusal is final, and one mail’s fault keeps no other', async () => {
		await post('ann@example.org', 'broken');
		await post('bob@example.org', 'nothing');
		await post('cat@example.org');
		await run();
		expect(await states()).toEqual([
			'ann waiting 1 The text could not be made.',
			'bob failed 1 There was nothing left to say.',
			'cat sent 1'
		]);
		box.answer = 550;
		await post('dan@example.org');
		await run();
		expect((await states()).at(-1)).toBe('dan failed 1 The mail server refused it (550).');
	});

	test('a connection that breaks is tried again', async () => {
		box.answer = 'break';
		await post('ann@example.org');
		expect(await run()).toMatchObject({ later: 1 });
		box.answer = null;
		await makeDue();
		expect(await run()).toMatchObject({ sent: 1 });
		expect(box.arrived).toEqual(['ann@example.org']);
	});

	test('a mail in hand when the server was killed is unsure, and never sent by itself', async () => {
		await post('ann@example.org');
		// Claimed, and then nothing: as a kill between sending and reporting leaves it.
		await scratch.sql.query('select * from public.claim_mails(1)');
		expect(await run()).toMatchObject({ sent: 0, unsure: 0 });
		await scratch.sql.exec("update public.mails set claimed_at = now() - interval '1 hour'");
		expect(await run()).toMatchObject({ sent: 0, unsure: 1 });
		await makeDue();
		expect(await run()).toMatchObject({ sent: 0 });
		expect(await states()).toEqual(['ann unsure 1 The server stopped while this was being sent.']);
		// A report that comes after all changes nothing.
		await scratch.sql.query(
			"select public.report_mail((select id from public.mails), gen_random_uuid(), 'sent')"
		);
		expect(await states()).toHaveLength(1);
		expect((await states())[0]).toContain('unsure');
	});

	test('two servers at once send none twice', async () => {
		for (let at = 0; at < 12; at += 1) await post(`reader${at}@example.org`);
		await Promise.all([run(), run(), run()]);
		expect(box.arrived).toHaveLength(12);
		expect(new Set(box.arrived).size).toBe(12);
	});

	test('without a mail server it is kept for its coordinator', async () => {
		await post('ann@example.org');
		expect(await run(null)).toMatchObject({ kept: 1, sent: 0 });
		expect(await states()).toEqual(['ann kept 1']);
	});

	test('what arrives is one mail, whatever a name holds', async () => {
		const sent: Mail[] = [];
		await post('ann@example.org');
		await run(async (mail) => void sent.push(mail));
		expect(sent[0]?.subject).toBe('Hello Bcc: everybody@example.org');
		expect(sent[0]?.html).toContain('&lt;b&gt;About&lt;/b&gt;');
		expect(sent[0]?.html).toContain('href="https://goodways.example/account?a=1&amp;b=2"');
		expect(sent[0]?.text).toContain('https://goodways.example/account?a=1&b=2');
	});
});

test('a token is of one purpose, one row and one end, and its hash is what the database computes', () => {
	const key = linkKey('sb_secret_x');
	const token = linkToken(key, 'invitation', 'row', '2026-12-01T00:00:00Z');
	expect(token).toBe(linkToken(key, 'invitation', 'row', '2026-12-01T00:00:00.000+00:00'));
	const others = [
		linkToken(key, 'confirmation', 'row', '2026-12-01T00:00:00Z'),
		linkToken(key, 'invitation', 'other', '2026-12-01T00:00:00Z'),
		linkToken(key, 'invitation', 'row', '2026-12-02T00:00:00Z'),
		linkToken(linkKey('sb_secret_y'), 'invitation', 'row', '2026-12-01T00:00:00Z')
	];
	expect(new Set([token, ...others]).size).toBe(5);
	expect(tokenHash(token)).toBe(createHash('sha256').update(token).digest('hex'));
});
