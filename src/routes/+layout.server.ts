import { formerSentences } from '#lib/councils/renamed-areas.ts';
import { registeredCouncils } from '#lib/server/http/former-areas.ts';
import { loadWhole } from '#lib/server/atlas.ts';
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
		networks: atlas.networks.map(({ slug, name, isSample, people }, network) => ({
			slug,
			name,
			isSample,
			people,
			members: membersOn(atlas, network, atlas.asOf).size
		}))
	};
};
