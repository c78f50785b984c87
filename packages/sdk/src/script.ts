import type { Options } from './Options.js';
import { start } from './start.js';

/**
 * The script tag. `document.currentScript` is null in modules and behind loaders that rewrite pages, and names their bundle
 * when they merge scripts: then the tag with `data-site` is ours.
 */
const tags = [document.currentScript, document.querySelector('script[data-site]')] as HTMLScriptElement[];
const { dataset, src } = tags.find((tag) => (tag ? tag.dataset.site : '')) || ({} as HTMLScriptElement);
start(dataset as unknown as Options, src);
