import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import type { Shop } from './Shop.js';

const TYPES: { readonly [extension: string]: string } = { '.js': 'text/javascript', '.css': 'text/css' };

/** Opens a shop: `pages` by path (the one of `/` for any other), and what looks like a file from the first folder that has it. */
export async function openShop(
  port: number,
  pages: { readonly [path: string]: () => string },
  folders: () => readonly string[],
): Promise<Shop> {
  const posted: string[] = [];
  const server = createServer(async (request, response) => {
    if (request.method !== 'GET') posted.push(await bodyOf(request));
    const path = new URL(request.url ?? '', 'http://shop').pathname;
    if (extname(path)) sendFile(path, folders(), response);
    else response.setHeader('content-type', 'text/html').end((pages[path] ?? pages['/'])?.());
  }).listen(port, '127.0.0.1');
  await once(server, 'listening');
  const close = async () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://localhost:${port}`, posted, close };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of request) body += chunk;
  return body;
}

function sendFile(path: string, folders: readonly string[], response: ServerResponse): void {
  for (const folder of folders) {
    try {
      const file = readFileSync(join(folder, path));
      response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream').end(file);
      return;
    } catch {
      // The next folder may have it.
    }
  }
  response.writeHead(404).end();
}
