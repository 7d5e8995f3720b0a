import { redirect, type Handle } from '@sveltejs/kit';
import { councilFinder, type CouncilFinder } from '#lib/councils/find-council.ts';
import { COUNCILS } from '#lib/councils/register.ts';
import { renamedAreas } from '#lib/councils/renamed-areas.ts';
import { dayOf } from '#lib/domain/day.ts';

let finder: CouncilFinder | null = null;

/** Finds councils by what the register alone knows of them; made when it is first needed. */
export function registeredCouncils(): CouncilFinder {
	finder ??= councilFinder(COUNCILS);
	return finder;
}

/** Leads an address that names areas by former codes or names to the same under the codes of today. */
export const leadFormerAreas: Handle = ({ event, resolve }) => {
	const { url, request } = event;
	const asked = url.searchParams.get('area');
	if (asked === null || asked === '' || !['GET', 'HEAD'].includes(request.method)) return resolve(event);
	const renamed = renamedAreas(asked.split('~'), registeredCouncils(), dayOf(new Date()));
	if (renamed === null) return resolve(event);
	const search = new URLSearchParams(url.searchParams);
	search.set('area', renamed.areas.join('~'));
	if (renamed.former.length > 0) search.set('former', renamed.former.join('~'));
	redirect(303, `${url.pathname}?${search.toString()}`);
};
