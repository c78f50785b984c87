import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type Lines, readLines } from '../src/file/readLines.js';
import { tempFolder } from './tempFolder.js';

const PIECE = 96 * 1024;
const CHUNK = 1024 * 1024;

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
  ...[PIECE, CHUNK].flatMap((size): [string, string[]][] => [
    [`one that fills ${size} bytes`, ['a'.repeat(size - 1), 'b']],
    [`one that does not fit into ${size} bytes`, ['a'.repeat(size), 'b']],
    [`one after ${size} bytes`, ['a'.repeat(size - 2), '', 'b', 'c'.repeat(size)]],
  ]),
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
