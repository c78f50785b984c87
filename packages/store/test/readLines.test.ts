import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Lines, readLines } from '../src/file/readLines.js';
import { tempFolder } from './tempFolder.js';

const CHUNK = 96 * 1024;

async function read(text: string) {
  const path = join(await tempFolder(), 'lines');
  await writeFile(path, text);
  const pieces: Lines[] = [];
  for await (const piece of readLines(path)) pieces.push(piece);
  return { lines: pieces.flatMap(({ lines }) => lines), last: pieces.at(-1) };
}

it.each([
  ['none', []],
  ['empty ones', ['', '', '']],
  ['one that fills a chunk', ['a'.repeat(CHUNK - 1), 'b']],
  ['one more than fills a chunk', ['a'.repeat(CHUNK), 'b']],
  ['letters of several bytes across chunks', Array.from({ length: 9 }, () => '\u{1f600}é'.repeat(9_999))],
  ['much longer ones than a chunk', ['short', 'x'.repeat(5 * CHUNK), 'short', 'y'.repeat(9 * CHUNK)]],
])('reads lines as they were written: %s', async (_, lines) => {
  const text = lines.map((line) => `${line}\n`).join('');
  expect((await read(text)).lines).toEqual(lines);
});

it.each([1, CHUNK, 3 * CHUNK])(
  'tells where a last line of %i bytes without a line feed begins',
  async (rest) => {
    const { lines, last } = await read(`é\nb\n${'x'.repeat(rest)}`);
    expect(lines).toEqual(['é', 'b']);
    expect(last).toEqual({ offset: 5, lines: [], rest });
  },
);
