const FIELDS: Readonly<Record<string, string>> = {
  holdDays: 'Days held',
  percent: 'percentage',
  tiers: 'table of rates',
  capPerOrder: 'cap per order',
  'capPerCustomer.money': 'cap per customer',
  'capPerPeriod.money': 'cap per period',
  until: 'last day',
  currencies: 'currencies',
  flat: 'flat sum',
};

function fieldText(path: string): string {
  const step = /^tiers\.steps\[(\d+)\](.*)$/.exec(path);
  if (step) return `step ${Number(step[1]) + 1} of the table`;
  return FIELDS[path] ?? FIELDS[path.replace(/\.currency$/, '')] ?? path.replace(/\.currency$/, '');
}

/** Where a path of a policy leads: `policy.groups.vip.commission[1].percent` is `Rule 2 of the group vip, percentage`. */
function placeText(path: string): string {
  const rule = /^(?:policy\.)?(?:groups\.(.+)\.)?commission\[(\d+)\]\.?(.*)$/.exec(path);
  if (!rule) return fieldText(path.replace(/^policy\./, ''));
  const [, group, index, field] = rule;
  const name = `Rule ${Number(index) + 1}${group ? ` of the group ${group}` : ''}`;
  return field ? `${name}, ${fieldText(field)}` : name;
}

const sentence = (text: string) =>
  `${text.charAt(0).toUpperCase()}${text.slice(1)}${/[.!?]$/.test(text) ? '' : '.'}`;

/** A warning of the policy's linter (`path: what is odd; expected …`) for people: where it is, what is odd, what is expected. */
export function warningText(warning: string): { where: string; what: string } {
  const colon = warning.indexOf(': ');
  if (colon < 0) return { where: '', what: sentence(warning) };
  const [odd = '', ...rest] = warning.slice(colon + 2).split('; expected ');
  const expected = rest.length > 0 ? ` Expected: ${rest.join('; expected ')}.` : '';
  return { where: placeText(warning.slice(0, colon)), what: sentence(odd) + expected };
}
