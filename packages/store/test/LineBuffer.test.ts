import { expect, it } from 'vitest';
import { LineBuffer } from '../src/file/LineBuffer.js';

it('gives each line once, and what it has given stays as it is until the next is asked for', () => {
  const buffer = new LineBuffer();
  const add = (line: string) => buffer.open.json(`${line}\n`);
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();
  add('one');
  add('two');
  const first = buffer.take();
  add('three');
  expect(text(first)).toBe('one\ntwo\n');
  const second = buffer.take();
  add('four');
  expect(text(second)).toBe('three\n');
  add('é'.repeat(200_000));
  expect(text(buffer.take())).toBe(`four\n${'é'.repeat(200_000)}\n`);
  expect(text(buffer.take())).toBe('');
});

it('forgets a line that is taken back', () => {
  const buffer = new LineBuffer();
  buffer.open.raw('whole');
  const { length } = buffer.open;
  buffer.open.raw('half');
  buffer.open.cut(length);
  expect(Buffer.from(buffer.take()).toString()).toBe('whole');
});
