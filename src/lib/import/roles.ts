/** What a column of a list may be mapped to: a field of what an import writes, or nothing. */
export const ROLES = [
	'organisation.name',
	'organisation.other name',
	'organisation.kind',
	'organisation.summary',
	'organisation.website',
	'organisation.place',
	'organisation.region',
	'organisation.address',
	'organisation.postcode',
	'organisation.latitude',
	'organisation.longitude',
	'organisation.founded',
	'organisation.closed',
	'identifier.key',
	'identifier.council',
	'identifier.company',
	'identifier.charity',
	'identifier.other',
	'membership.invited',
	'membership.started',
	'membership.ended',
	'membership.renews',
	'membership.status',
	'membership.owner',
	'tier',
	'note',
	'contact.email',
	'contact.phone',
	'contact.role',
	'person.name',
	'person.first name',
	'person.last name',
	'person.email',
	'person.phone',
	'person.job title',
	'cell',
	'adoption',
	'adoption.practice',
	'adoption.date',
	'adoption.stage',
	'interest',
	'source',
	'nothing'
] as const;
export type Role = (typeof ROLES)[number];

/** Roles that several columns of one list may have: a column a practice, notes and interests of several kinds. */
export const SHARED_ROLES: ReadonlySet<Role> = new Set<Role>([
	'adoption',
	'note',
	'interest',
	'organisation.other name',
	'organisation.address',
	'identifier.other',
	'nothing'
]);

/** Roles whose values are dates. */
export const DATE_ROLES: ReadonlySet<Role> = new Set<Role>([
	'organisation.founded',
	'organisation.closed',
	'membership.invited',
	'membership.started',
	'membership.ended',
	'membership.renews',
	'adoption.date'
]);

/** Roles of which a cell may hold several values. */
export const LIST_ROLES: ReadonlySet<Role> = new Set<Role>([
	'organisation.other name',
	'adoption.practice',
	'interest',
	'cell',
	'contact.email',
	'person.email'
]);
