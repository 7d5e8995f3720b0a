/** Version of the terms below; it stands in the log beside every download. */
export const TERMS_VERSION = '2026-11';

/** What a researcher accepts before taking rows of members away. */
export const TERMS: readonly string[] = [
	'I use these rows for research or for the work of the network only, and pass them to nobody else.',
	'I do not try to find out which organisation or person a row is about, alone or with other data.',
	'I publish no count of fewer than five bodies.',
	'I delete the rows when the purpose I give is done, and within two years.',
	'I know that this download is logged with my name, the network, the time and the purpose, and that the network’s coordinators can read the log.'
];
