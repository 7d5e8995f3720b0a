import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { printPicture, wrapWords } from './picture-svg.ts';
import type { Picture } from './picture-svg.ts';

const picture: Picture = {
	width: 600,
	height: 400,
	title: '3 members, in 2 of 361 areas',
	subtitle: 'on 22 Nov 2026',
	legendTitle: 'Kinds',
	legend: [{ label: 'council', mark: { d: 'M0 0H16V16Z', fill: '#0b5f59' } }],
	notes: ['One has no recorded place.'],
	attribution: 'Coasts: Natural Earth',
	marks: [
		{ kind: 'path', d: 'M0 0L10 10', fill: 'none', stroke: '#000000', strokeWidth: 2, dashes: '4 3' },
		{ kind: 'path', d: 'M0 0H5V5Z', fill: 'hatch', at: { x: 3, y: 4, scale: 0.5 } },
		{ kind: 'text', x: 5, y: 6, text: '12', sizePx: 13, fill: '#000000', anchor: 'middle', bold: true }
	],
	colours: { paper: '#ffffff', ground: '#eeeeee', ink: '#111111', muted: '#666666', line: '#cccccc' }
};

test('says title, date, legend, notes and whose it is, in the picture itself', () => {
	const svg = printPicture(picture);
	expect(XMLValidator.validate(svg)).toBe(true);
	for (const text of [
		picture.title,
		picture.subtitle,
		'Kinds',
		'council',
		'One has no recorded place.',
		'Coasts: Natural Earth'
	])
		expect(svg).toContain(`>${text}</text>`);
});

test('is well-formed whatever the texts hold', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (title, label) => {
			const svg = printPicture({ ...picture, title, legend: [{ ...picture.legend[0]!, label }] });
			expect(XMLValidator.validate(svg)).toBe(true);
			expect(() => new XMLParser().parse(svg)).not.toThrow();
		})
	);
});

test('fetches nothing from elsewhere', () => {
	const addresses = printPicture(picture).match(/https?:\/\/[^"\s<]+/g);
	expect(addresses).toEqual(['http://www.w3.org/2000/svg']);
});

test('breaks lines between words', () => {
	expect(wrapWords('one two three', 8)).toEqual(['one two', 'three']);
	expect(wrapWords('immeasurable x', 4)).toEqual(['immeasurable', 'x']);
	expect(wrapWords('', 4)).toEqual([]);
});
