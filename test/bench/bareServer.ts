// Floor: node:http alone. Reads the body, parses it, answers 202.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const ANSWER = '{"ok":true}';

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const first = chunks[0];
    const body = chunks.length === 1 && first ? first : Buffer.concat(chunks);
    JSON.parse(body.toString());
    response
      .writeHead(202, { 'Content-Type': 'application/json', 'Content-Length': ANSWER.length })
      .end(ANSWER);
  });
});
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
