import type { Partner } from '../api/Partner.js';
import { plural } from '../lib/plural.js';
import { Warnings } from './Warnings.js';

const SHOWN = 3;

/** What is probably not meant in partners' own rules; of many the first ones. */
export function PartnerWarnings({ partners }: { partners: ReadonlyMap<string, Partner> }) {
  const found: Partner[] = [];
  for (const partner of partners.values()) if (partner.warnings?.length) found.push(partner);
  return (
    <>
      {found.slice(0, SHOWN).map(({ id, name, warnings }) => (
        <Warnings key={id} title={`The rules of ${name} may not do what is meant.`} warnings={warnings} />
      ))}
      {found.length > SHOWN && (
        <p class="notice warn">So it is with the rules of {plural(found.length - SHOWN, 'more partner')}.</p>
      )}
    </>
  );
}
