import { afterAll, beforeAll } from 'vitest';
import { data } from './foundation/data.ts';
import { everyPage } from './foundation/every-page.ts';
import { hostileText } from './foundation/hostile-text.ts';
import { journeys } from './foundation/journeys.ts';
import { keyboard } from './foundation/keyboard.ts';
import { look } from './foundation/look.ts';
import { search } from './foundation/search.ts';
import { withoutScripts } from './foundation/without-scripts.ts';
import { launchBrowser, startSite } from './site.ts';
import { closeVisits } from './visit.ts';
import type { Browser } from 'playwright-core';
import type { Site } from './site.ts';

/** The built site as its users meet it. One start and one browser, because both are slow. */
let site: Site;
let browser: Browser;
const stage = () => ({ site, browser });

beforeAll(async () => {
	site = await startSite({ EMBEDDED_API: 'on' });
	browser = await launchBrowser();
}, 600_000);

afterAll(async () => {
	await browser?.close();
	await site?.stop();
});

closeVisits();

journeys(stage);
withoutScripts(stage);
keyboard(stage);
search(stage);
look(stage);
data(stage);
everyPage(stage);
// Last, because what it adds shows on other pages.
hostileText(stage);
