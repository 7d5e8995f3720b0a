import { isHttpError } from '@sveltejs/kit';
import { describe, expect, test } from 'vitest';
import { assertRead, assertWritten, refusalOf } from './database-fault.ts';

describe('a write that failed', () => {
	test.each([
		['a full disk', { code: '53100', message: 'could not extend file' }, 507],
		['a full disk while signing in', { code: '53100', status: 507, message: 'x' }, 507],
		['a database that is being opened again', { code: 'database_stopped', message: 'x' }, 503],
		['a server that shuts down', { code: '57P01', message: 'x' }, 503],
		['a request that never arrived', { code: '', message: 'TypeError: fetch failed' }, 503],
		['a right that the caller lacks', { code: '42501', message: 'x' }, 403],
		['a value that is refused', { code: '23514', message: 'x' }, 400]
	])('through %s has the right status', (_, fault, status) => {
		expect(refusalOf(fault, 'Check it.').status).toBe(status);
	});

	test('says what was asked to say of refused values, and never what the database said', () => {
		const refusal = refusalOf({ code: '23514', message: 'violates "organisations_name_check"' }, 'Check it.');
		expect(refusal.message).toBe('Check it.');
	});
});

describe('a condition that a function of ours names', () => {
	test.each([
		['conflict', 'PT409', 409],
		['refused', '42501', 403],
		['invalid', 'PT422', 422],
		['missing', 'PT404', 404],
		['full', 'PT429', 429]
	])('%s has its status, its own sentence and what came with it', (condition, code, status) => {
		const details = JSON.stringify({ condition, field: 'name', at: '2026-12-01' });
		expect(refusalOf({ code, message: 'Somebody was first.', details }, 'Check it.')).toEqual({
			status,
			condition,
			message: 'Somebody was first.',
			field: 'name',
			details: { at: '2026-12-01' }
		});
	});

	test('is known by its status where nothing else came with it', () => {
		expect(refusalOf({ code: 'PT404', message: 'Gone.', details: null }, 'Check it.')).toEqual({
			status: 404,
			condition: 'missing',
			message: 'Gone.'
		});
	});

	test('is not made of what the database itself says', () => {
		const fault = { code: '42501', message: 'permission denied for table people', details: 'not json' };
		expect(refusalOf(fault, 'Check it.')).toEqual({ status: 403, message: 'You may not change this.' });
		const value = { code: '23514', message: 'x', details: 'Failing row contains (1, "conflict").' };
		expect(refusalOf(value, 'Check it.')).toEqual({ status: 400, message: 'Check it.' });
	});
});

test('a failed write without a form ends with the status of its cause', () => {
	try {
		assertWritten({ code: '53100', message: 'x' }, 'Try again.');
		expect.unreachable();
	} catch (cause) {
		expect(isHttpError(cause, 507)).toBe(true);
	}
});

describe('a read that failed', () => {
	test('is 503 while the database does not answer', () => {
		try {
			assertRead({ code: 'database_stopped', message: 'x' }, 'The page');
			expect.unreachable();
		} catch (cause) {
			expect(isHttpError(cause, 503)).toBe(true);
		}
	});

	test('keeps the words of the database for the log otherwise', () => {
		expect(() => assertRead({ code: '42703', message: 'no column x' }, 'The page')).toThrow(/no column x/);
	});

	test('goes on when nothing failed', () => {
		expect(() => assertRead(null, 'The page')).not.toThrow();
	});
});
