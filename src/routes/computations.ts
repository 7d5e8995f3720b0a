import { readNetworkFile } from './data/network/network-prints.ts';
import { readNetworkFrame, readNetworkPage, readNetworkRows } from './network/network-computations.ts';
import { readStudyCore } from './research/study-core.ts';

/** Every computation that pages and files leave to the thread, by name. */
export const COMPUTATIONS = {
	'network-page': readNetworkPage,
	'network-frame': readNetworkFrame,
	'network-rows': readNetworkRows,
	'network-file': readNetworkFile,
	'study-core': readStudyCore
};

export type Computations = typeof COMPUTATIONS;
