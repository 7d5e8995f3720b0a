/** What the form of the filters sends of a view's parameters; whatever else the address holds goes along with it. */
export const FILTER_FIELDS: readonly string[] = [
	'q',
	'kind',
	'status',
	'reach',
	'practice',
	'stage',
	'region',
	'characteristic',
	'facts',
	'count'
];
