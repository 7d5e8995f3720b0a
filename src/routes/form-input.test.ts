import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { parseForm } from './form-input.ts';

const schema = v.object({
	name: v.pipe(v.string('Enter a name.'), v.maxLength(5, 'At most five letters.')),
	password: v.string('Enter a password.')
});

function sent(entries: [string, string | Blob][]): Request {
	const body = new FormData();
	for (const [name, value] of entries) body.append(name, value);
	return new Request('http://localhost/', { method: 'POST', body });
}

describe('parseForm', () => {
	test('gives the output when nothing is wrong', async () => {
		const { output, errors } = await parseForm(
			sent([
				['name', 'Ann'],
				['password', 'x']
			]),
			schema
		);
		expect(output).toEqual({ name: 'Ann', password: 'x' });
		expect(errors).toEqual({});
	});

	test('keeps what was typed, but never a password', async () => {
		const { values, errors } = await parseForm(
			sent([
				['name', 'too long'],
				['password', 'secret']
			]),
			schema
		);
		expect(values).toEqual({ name: 'too long' });
		expect(errors).toEqual({ name: 'At most five letters.' });
	});

	test('counts a file or a repeated field as a fault of that field', async () => {
		const file = await parseForm(
			sent([
				['name', new Blob(['x'])],
				['password', 'x']
			]),
			schema
		);
		expect(file.errors).toEqual({ name: 'Enter a name.' });
		const twice = await parseForm(
			sent([
				['name', 'a'],
				['name', 'b'],
				['password', 'x']
			]),
			schema
		);
		expect(twice.errors).toEqual({ name: 'Enter a name.' });
	});

	test.each(['text/plain', 'multipart/form-data', 'multipart/form-data; boundary=x', 'application/json'])(
		'answers 400 to a body of type %s that is no form',
		async (type) => {
			const request = new Request('http://localhost/', {
				method: 'POST',
				body: '--y\r\n{',
				headers: { 'content-type': type }
			});
			await expect(parseForm(request, schema)).rejects.toMatchObject({ status: 400 });
		}
	);

	test('gives back the fields of the form and no other', async () => {
		const { values } = await parseForm(
			sent([
				['name', 'Ann'],
				['else', 'x'],
				['__proto__', 'x']
			]),
			schema
		);
		expect(values).toEqual({ name: 'Ann' });
	});

	test('refuses more fields than any form has, in the time it takes to read them', async () => {
		const many = (count: number) =>
			new Request('http://localhost/', {
				method: 'POST',
				body: Array.from({ length: count }, (_, index) => `f${index}=`).join('&'),
				headers: { 'content-type': 'application/x-www-form-urlencoded' }
			});
		expect((await parseForm(many(100), schema)).errors).not.toEqual({});
		await expect(parseForm(many(101), schema)).rejects.toMatchObject({ status: 400 });
		await expect(parseForm(many(100_000), schema)).rejects.toMatchObject({ status: 400 });
	});

	test('names the fields that are missing', async () => {
		const { errors, output } = await parseForm(sent([]), schema);
		expect(output).toBeNull();
		expect(Object.keys(errors)).toEqual(['name', 'password']);
	});
});
