import { formerSentences } from '#lib/councils/renamed-areas.ts';
import { registeredCouncils } from '#lib/server/http/former-areas.ts';
import { loadWhole } from '#lib/server/atlas.ts';
import { countInWords } from '#lib/view/noun.ts';
import { membersOn } from '#lib/view/membership-spans.ts';
import { atlasTag } from './atlas-tag.server.ts';
import { isTheme, THEME_COOKIE } from './theme-cookie.ts';
import type { Theme } from './theme-cookie.ts';
import type { LayoutServerLoad } from './$types';

/** What the frame of every page needs: who is signed in, the networks to switch between, the look. */
export const load: LayoutServerLoad = async (event) => {
	const [whole, session] = await Promise.all([loadWhole(event), event.locals.session()]);
	const atlas = whole.atlas();
	const cookie = event.cookies.get(THEME_COOKIE);
	const former = event.url.searchParams.get('former');
	const theme: Theme = cookie !== undefined && isTheme(cookie) ? cookie : 'system';

	return {
		theme,
		session: session === null ? null : { email: session.email },
		asOf: atlas.asOf,
		atlasTag: atlasTag(whole),
		formerAreas: former === null ? [] : formerSentences(former.split('~'), registeredCouncils(), atlas.asOf),
		networks: atlas.networks.map(({ slug, name, isSample, people, isRecord }, network) => ({
			slug,
			name,
			isSample,
			// In words here, which every page's script would have to carry.
			size: isSample
				? 'invented'
				: isRecord
					? 'public record'
					: sizeInWords(membersOn(atlas, network, atlas.asOf).size, people)
		}))
	};
};

/** How many belong to a network: organisations, else people; empty where nobody is on record. */
function sizeInWords(members: number, people: number | null): string {
	if (members > 0) return countInWords(members, { one: 'member', many: 'members' });
	return people === null ? '' : `${people.toLocaleString('en-GB')} people`;
}
