import { connect, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestCollector, testCollector } from './testCollector.js';

let collector: TestCollector;
let key: string;
let count = 0;

beforeAll(async () => {
  collector = await testCollector();
  key = (await collector.addSite()).publicKey;
});
afterAll(() => collector.close());

function batch(padding = 0): string {
  count += 1;
  const event = { id: `event-${count}`, n: 'pageview', t: Date.now() };
  return JSON.stringify({ v: 1, k: key, s: Date.now(), e: [event] }) + ' '.repeat(padding);
}

const HEAD = 'POST /e HTTP/1.1\r\nHost: collector\r\n';
const sized = (body: string) => `${HEAD}Content-Length: ${body.length}\r\n\r\n${body}`;
const piece = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
const chunked = (...pieces: string[]) =>
  `${HEAD}Transfer-Encoding: chunked\r\n\r\n${pieces.map(piece).join('')}0\r\n\r\n`;

/** Writes the pieces over one connection, each in a packet of its own; resolves to so many answers (status and body). */
async function ask(pieces: readonly string[], answers: number): Promise<[status: number, body: string][]> {
  const socket = connect({ port: Number(new URL(collector.url).port), host: '127.0.0.1', noDelay: true });
  const given = readAnswers(socket, answers);
  for (const text of pieces) {
    socket.write(text, 'latin1');
    await delay(2);
  }
  return given.finally(() => socket.destroy());
}

function readAnswers(socket: Socket, answers: number): Promise<[number, string][]> {
  return new Promise((resolve, reject) => {
    let text = '';
    const end = (problem?: Error) => reject(problem ?? new Error(`the connection ended after ${text}`));
    socket.on('error', end);
    socket.on('close', () => end());
    socket.on('data', (data) => {
      text += data.toString('latin1');
      const found = parseAnswers(text);
      if (found.length >= answers) resolve(found);
    });
  });
}

function parseAnswers(text: string): [number, string][] {
  const found: [number, string][] = [];
  for (let rest = text; ; ) {
    const [, status, length] = /^HTTP\/1\.1 (\d+)[\s\S]*?\r\ncontent-length: (\d+)\r\n/i.exec(rest) ?? [];
    const start = rest.indexOf('\r\n\r\n') + 4;
    const end = start + Number(length);
    if (status === undefined || start < 4 || rest.length < end) return found;
    found.push([Number(status), rest.slice(start, end)]);
    rest = rest.slice(end);
  }
}

describe('a body', () => {
  test.each<[how: string, pieces: () => string[], statuses: number[]]>([
    ['in one packet with its head', () => [sized(batch())], [200]],
    [
      'after its head',
      () => [sized(batch()).replace('\r\n\r\n', '\r\n\r\n|')].flatMap((all) => all.split('|')),
      [200],
    ],
    ['byte by byte', () => [...sized(batch())], [200]],
    ['in chunks', () => [chunked(...(batch().match(/.{1,20}/g) ?? []))], [200]],
    ['of exactly 64 KB', () => [sized(batch().padEnd(65_536))], [200]],
    ['of which two come at once', () => [sized(batch()) + sized(batch())], [200, 200]],
    ['of one event after the other', () => [sized(batch()), sized(batch()), sized(batch())], [200, 200, 200]],
    ['of none', () => [`${HEAD}\r\n`], [400]],
    [
      'whose size is said to be too large, before it comes',
      () => [`${HEAD}Content-Length: 65537\r\n\r\n`],
      [413],
    ],
    [
      'in chunks, too large, and then another',
      () => [chunked(batch(), ' '.repeat(65_536)), sized(batch())],
      [413, 200],
    ],
    ['too large, and then another', () => [sized(batch(65_536)), sized(batch())], [413, 200]],
  ])('%s', async (_how, pieces, statuses) => {
    const answers = await ask(pieces(), statuses.length);
    expect(answers.map(([status]) => status)).toEqual(statuses);
    const accepted = answers.filter(([status]) => status === 200);
    for (const [, body] of accepted) expect(JSON.parse(body)).toMatchObject({ r: [{ status: 'accepted' }] });
    const ids = accepted.map(([, body]) => JSON.parse(body).r[0].id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('that ends before its time is not kept, and costs no other request anything', async () => {
    const body = batch();
    const socket = connect({ port: Number(new URL(collector.url).port), host: '127.0.0.1' });
    socket.write(sized(body).slice(0, -10));
    await delay(20);
    socket.destroy();
    await expect
      .poll(() => collector.send('GET', '/metrics').then(({ text }) => text))
      .toContain('code="aborted"');
    const [[status, answer] = [0, '']] = await ask([sized(body)], 1);
    expect([status, JSON.parse(answer).r[0].status]).toEqual([200, 'accepted']);
  });

  test('that has no end is not read for ever', async () => {
    const socket = connect({ port: Number(new URL(collector.url).port), host: '127.0.0.1' });
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined);
    socket.on('data', () => undefined);
    socket.write(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`);
    const more = piece(' '.repeat(65_536));
    const writing = setInterval(() => socket.write(more), 1);
    await closed;
    clearInterval(writing);
    expect(socket.bytesWritten).toBeLessThan(8 * 1024 * 1024);
  });
});
