import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const guide = readFileSync(new URL('../../../docs/sdk.md', import.meta.url), 'utf8');
const read = (path: string): string => readFileSync(new URL(`../src/${path}`, import.meta.url), 'utf8');

/** Names of the properties of an interface, in their order. */
const fieldsOf = (path: string): string[] =>
  [...read(path).matchAll(/^ {2}(?:readonly )?(\w+)\??(?:[:(]|<.*>\()/gm)].map(([, name]) => name as string);

/** Cells of the first table after a heading that begins with this column, without its head. */
function rowsOf(heading: string, column: string): string[][] {
  const [, section = ''] = guide.split(`\n## ${heading}\n`);
  const tables = [...section.matchAll(/(?:^\|.*\n)+/gm)].map(([table]) => table);
  const table = tables.find((text) => text.startsWith(`| ${column} `)) ?? '';
  const cells = (line: string) => line.split('|').map((cell) => cell.trim());
  return table
    .trim()
    .split('\n')
    .slice(2)
    .map((line) => cells(line).slice(1, -1));
}

const attributeOf = (name: string): string =>
  `data-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;

/** Name and attribute, as each row of a table of options gives them in one order or the other. */
const optionsIn = (rows: string[][]): string[][] =>
  rows.map(([first, second]) =>
    [first as string, second as string].sort((a, b) => a.indexOf('-') - b.indexOf('-')),
  );

test.each([
  ['the script', 'Options.ts', 'Options', 'attribute'],
  ['dataLayer', 'adapters/dataLayer/DataLayerOptions.ts', 'An existing `dataLayer`', 'option'],
  ['forms', 'adapters/forms/FormsOptions.ts', 'Forms and payment links', 'option'],
])('docs/sdk.md names every option of %s, and none that there is not', (_name, path, ...table) => {
  const expected = fieldsOf(path).map((name) => [`\`${name}\``, `\`${attributeOf(name)}\``]);
  expect(optionsIn(rowsOf(...table))).toEqual(expected);
});

test('docs/sdk.md gives the defaults that Options.ts names', () => {
  const rows = new Map(
    rowsOf('Options', 'attribute').map(([, name, value]) => [name?.replaceAll('`', ''), value]),
  );
  for (const [, text, name] of read('Options.ts').matchAll(/\/\*\* (.*) \*\/\n {2}(\w+)\??:/g)) {
    const [, value] = /default `?([^`\s;.]+)/.exec(text as string) ?? [];
    if (value) expect(rows.get(name), name).toContain(`\`${value}\``);
  }
});

test('docs/sdk.md names everything that can be called', () => {
  const named = rowsOf('What can be called', 'call').map(([call]) => /`(\w+)/.exec(call ?? '')?.[1]);
  expect(named).toEqual(fieldsOf('Reftally.ts').filter((name) => name !== 'reftally'));
});

test('docs/sdk.md: every link to a heading leads to one', () => {
  const anchors = [...guide.matchAll(/^#+ (.*)$/gm)].map(([, heading]) =>
    (heading as string)
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
  for (const [, anchor] of guide.matchAll(/\]\(#([^)]*)\)/g)) expect(anchors).toContain(anchor);
});
