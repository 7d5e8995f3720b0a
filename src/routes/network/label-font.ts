import url from '@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2?url';
import type { FontFile } from '#lib/graph/painter.ts';
import { LABEL_FAMILY } from './network-looks.ts';

/** The site's own font, of which a worker that draws labels must be told. Only for what runs in the browser. */
export const LABEL_FONT: FontFile = { family: LABEL_FAMILY, url, weight: '200 800' };
