import type { Options } from './Options.js';
import { start } from './start.js';

/**
 * The script tag. `document.currentScript` is null in modules and behind loaders that rewrite pages: then the tag with
 * `data-site` is ours.
 */
start(
  (document.currentScript || document.querySelector('script[data-site]') || { dataset: {} }) as {
    dataset: DOMStringMap & Options;
    src?: string;
  },
);
