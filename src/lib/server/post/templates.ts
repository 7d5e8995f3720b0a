import type { Template } from './send-post.ts';

/** Every kind of mail that the site sends by itself, by the name it is written down with. */
export const TEMPLATES: ReadonlyMap<string, Template> = new Map<string, Template>([]);
