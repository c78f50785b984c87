// Rung: node:http alone that answers what its log has. Reads the body, parses it, appends it, answers 202 after fdatasync.
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { appendTogether } from './appendTogether.js';

const ANSWER = '{"ok":true}';
const append = await appendTogether();

function answer(response: ServerResponse): void {
  response
    .writeHead(202, { 'Content-Type': 'application/json', 'Content-Length': ANSWER.length })
    .end(ANSWER);
}

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const body = Buffer.concat(chunks);
    JSON.parse(body.toString());
    void append(body).then(() => answer(response));
  });
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
