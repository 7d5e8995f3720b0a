import { STUDY_METHODS } from '#lib/analysis/study/study-methods.ts';
import { documentOf } from './atlas-documents.ts';
import type { SearchDocument } from './documents.ts';

/** The site's own pages, with words that people look for them by. */
const PAGES: readonly { href: string; title: string; others?: string[]; text: string }[] = [
	{
		href: '/map',
		title: 'Map',
		others: ['Hexagon map'],
		text: 'where organisations are, which areas do a practice, hexagons, boundaries'
	},
	{
		href: '/network',
		title: 'Network',
		others: ['Network graph'],
		text: 'who is connected to whom, links, ties, graph, who should meet, introductions'
	},
	{
		href: '/practices',
		title: 'Practices',
		others: ['Catalogue of practices'],
		text: 'what works, adoptions, evidence, characteristics'
	},
	{
		href: '/organisations',
		title: 'Organisations',
		others: ['Directory', 'Members', 'List of councils'],
		text: 'councils, charities, who is a member'
	},
	{
		href: '/learning',
		title: 'Learning',
		others: ['Library', 'Resources'],
		text: 'reports, case studies, webinars, events, videos'
	},
	{
		href: '/peers',
		title: 'Peers',
		others: ['Councils like mine', 'Nearest neighbours', 'Similar councils', 'Statistical neighbours'],
		text: 'compare councils by population, deprivation, work, homes; who to contact'
	},
	{ href: '/peers/compare', title: 'Compare councils', text: 'indicators side by side' },
	{
		href: '/research',
		title: 'Research',
		others: ['Research workbench'],
		text: 'how a practice spread, curves, survival, hazard, exposure, diffusion'
	},
	{ href: '/research/download', title: 'Download for researchers', text: 'pseudonymised data, terms of use' },
	{ href: '/about', title: 'About', text: 'what Goodways is, who runs it' },
	{
		href: '/about/data',
		title: 'Data',
		others: ['Sources', 'Open data', 'Downloads'],
		text: 'where figures come from, licences, provenance, CSV, GeoJSON'
	},
	{
		href: '/about/methods',
		title: 'What the numbers mean',
		others: ['Methods'],
		text: 'how members, practices, dates and shares are counted'
	},
	{ href: '/join', title: 'Join a network', others: ['Become a member', 'Ask to join'], text: 'membership' },
	{ href: '/views', title: 'Saved views', text: 'views that were saved and shared' },
	{
		href: '/privacy',
		title: 'Privacy',
		others: ['Cookies', 'Personal data'],
		text: 'what we hold about people, consent, erasure'
	},
	{
		href: '/accessibility',
		title: 'Accessibility',
		others: ['Accessibility statement'],
		text: 'keyboard, screen reader, contrast'
	},
	{
		href: '/account',
		title: 'Your account',
		others: ['Sign in', 'Log in', 'Password'],
		text: 'roles, e-mail'
	}
];

/** The pages of the site, and each method of the research page where it is explained. */
export function sitePages(): SearchDocument[] {
	return [
		...PAGES.map(({ href, title, others = [], text }) =>
			documentOf('page', title, null, others, { href, note: null, text, isSample: false })
		),
		...STUDY_METHODS.map(({ id, name, meaning }) =>
			documentOf('page', name, null, [], {
				href: `/about/methods#research-${id}`,
				note: 'what the numbers mean',
				text: meaning,
				isSample: false
			})
		)
	];
}
