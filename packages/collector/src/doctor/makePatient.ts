import type { Site, Tag } from '@reftally/core';
import type { Snippet } from '../snippet/Snippet.js';
import type { Patient } from './Patient.js';
import { scriptTags } from './scriptTags.js';

/** What the doctor needs of a site, its current snippets (plain and pinned) and a page of the shop. */
export function makePatient(
  { id, publicKey, origins, tag }: Pick<Site, 'id' | 'publicKey' | 'origins'> & { tag: Tag },
  { current, pinned }: { current: Omit<Snippet, 'site'>; pinned: Pick<Snippet, 'src'> },
  shop: string,
): Patient {
  const { version, integrity, endpoint, src: script } = current;
  const attributes = scriptTags(current.html)[0] ?? new Map<string, string>();
  return {
    site: id,
    publicKey,
    origins,
    tag,
    script,
    pinned: pinned.src,
    version,
    integrity,
    attributes,
    endpoint,
    shop,
  };
}
