import { AD_CLICK_IDS } from '@reftally/core';

/** The name of the first ad click id with a value in a query (without `?`); its value is nobody's business. */
export function adIn(query: string): string | undefined {
  for (const part of query.split('&')) {
    const [name = '', value = ''] = part.split('=');
    if (value !== '' && Object.hasOwn(AD_CLICK_IDS, name)) return name;
  }
  return undefined;
}
