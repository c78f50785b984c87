import type { Site } from '@reftally/core';
import { integrityOf } from '../assets/integrityOf.js';
import type { Scripts } from '../assets/Scripts.js';
import { scriptName } from '../assets/scriptName.js';
import type { Paths } from '../options/Paths.js';
import { element } from './element.js';
import type { Snippet } from './Snippet.js';
import type { SnippetChoices } from './SnippetChoices.js';
import { tagAttributes } from './tagAttributes.js';

/** Where the script comes from: the collector's address without a slash at the end, its paths, and the built files. */
export type Source = { url: string; paths: Paths; scripts: Scripts };

/** Writes what a site's pages need to load the script, as it was chosen. */
export function makeSnippet(
  site: Pick<Site, 'id' | 'publicKey' | 'tag'>,
  { url, paths, scripts }: Source,
  { sri, stub, nonce }: SnippetChoices = {},
): Snippet {
  const { version, integrity } = scripts;
  const src = url + (sri ? scriptName(paths.script, version) : paths.script);
  const endpoint = url + paths.collect;
  const tag = element({
    defer: true,
    src,
    integrity: sri ? integrity : undefined,
    crossorigin: sri ? 'anonymous' : undefined,
    nonce,
    // The script takes it relative to its own address, and that need not be the top of a host.
    ...tagAttributes(site, new URL(endpoint).pathname),
  });
  const scriptSources =
    nonce === undefined ? [src, ...(stub ? [`'${integrityOf(scripts.stub)}'`] : [])] : [`'nonce-${nonce}'`];
  return {
    site: site.id,
    version,
    integrity,
    src,
    endpoint,
    html: stub ? `${element({ nonce }, scripts.stub)}\n${tag}` : tag,
    csp: [`script-src ${scriptSources.join(' ')}`, `connect-src ${endpoint}`],
  };
}
