import { describe, expect, test } from 'vitest';
import { isSeries, networkAt } from '../sparse/sparse-matrix.ts';
import { parseEdges } from './edge-table.ts';
import { labelsOf, numbersOf, panelOf, parseNodes, timesOf } from './node-table.ts';

const NODES =
	'\uFEFFid,toa,toa_censored,city,income\r\na,2001,2001,York,1.5\r\n\r\nb,2003,,Leeds,\r\nc,2002,2002,York,NA\r\n';

describe('nodes and ties from text', () => {
	const nodes = parseNodes('nodes.csv', NODES);

	test('keep the order of rows, whatever the line ends and empty lines', () => {
		expect(nodes.ids).toEqual(['a', 'b', 'c']);
		expect([nodes.first, nodes.last]).toEqual([2001, 2003]);
		expect(timesOf(nodes, 'toa')).toEqual([2001, 2003, 2002]);
		expect(timesOf(nodes, 'toa_censored')).toEqual([2001, null, 2002]);
		expect([...panelOf(nodes, 'toa_censored').adoptedAt]).toEqual([0, -1, 1]);
	});

	test('take a start known only as “by” for what it is, and refuse another word', () => {
		const bound = parseNodes('nodes.csv', 'id,toa,toa_bound\na,2001,by\nb,2002,on\nc,,');
		expect([...panelOf(bound, 'toa').startKnown]).toEqual([0, 1, 1]);
		expect(() => parseNodes('nodes.csv', 'id,toa,toa_bound\na,2001,about')).toThrow(
			'nodes.csv row 2: toa_bound is "about", which is neither on nor by.'
		);
	});

	test('cover the periods of the study, though nobody adopted in the first or last of them', () => {
		const study = parseNodes(
			'nodes.csv',
			'id,toa,observed_from,observed_until\na,2003,2001,2009\nb,,2001,2009'
		);
		expect([study.first, study.last]).toEqual([2001, 2009]);
		expect([...panelOf(study, 'toa').adoptedAt]).toEqual([2, -1]);
	});

	test('give attributes as text and as numbers, blank and NA as null', () => {
		expect(labelsOf(nodes, 'City')).toEqual(['York', 'Leeds', 'York']);
		expect(numbersOf(nodes, 'income')).toEqual([1.5, null, null]);
		expect(() => numbersOf(nodes, 'city')).toThrow('nodes.csv row 2: city is "York", which is not a number.');
	});

	test('count rows as a spreadsheet does, empty lines included', () => {
		expect(() => parseNodes('nodes.csv', NODES.replace('c,2002', 'c,spring'))).toThrow(
			'nodes.csv row 5: toa'
		);
	});

	test('hold for all periods without a time, and add up ties named twice', () => {
		const { network } = parseEdges('edges.csv', 'source,target,weight\na,b,2\na,b,3\nc,c,1\n', nodes);
		expect(isSeries(network)).toBe(false);
		expect([...networkAt(network, 2).value]).toEqual([5]);
	});

	test('hold in their own period with a time, which may widen the window', () => {
		const edges = parseEdges('edges.csv', 'source,target,time\na,b,2002\nb,c,2004\n', nodes);
		expect([edges.first, edges.last]).toEqual([2001, 2004]);
		expect([0, 1, 2, 3].map((period) => networkAt(edges.network, period).value.length)).toEqual([0, 1, 0, 1]);
		expect(panelOf(nodes, 'toa', edges).periods).toEqual([2001, 2002, 2003, 2004]);
	});

	test('may be no ties at all', () => {
		expect(parseEdges('edges.csv', 'source,target\n', nodes).firstNetwork.value).toHaveLength(0);
	});
});
