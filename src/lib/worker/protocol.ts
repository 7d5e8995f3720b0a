/** Page to worker. */
export interface TaskRequest {
	id: number;
	name: string;
	input: unknown;
}

/** Worker to page: any number of `progress`, then one `output` or one `fault`. */
export type TaskReply =
	| { id: number; kind: 'progress'; share: number }
	| { id: number; kind: 'output'; output: unknown }
	| { id: number; kind: 'fault'; name: string; message: string };
