import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { makeCertificate } from './makeCertificate.js';
import { watch } from './watch.js';

/** A request for a page. */
export interface Visit {
  readonly host: string;
  /** Path and query. */
  readonly url: string;
  /** `prefetch;prerender` when the browser only prepares to show it. */
  readonly purpose: string;
}

/** A page that is not the usual one. */
export interface ShopPage {
  readonly html: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Serves shop pages under whatever host name the browser has been told, on one plain and one TLS port. Every path is a page. */
export class Shop {
  /** The script that the pages embed, its origin included. */
  scriptUrl = '';
  siteKey = '';
  /** More attributes of the script tag. */
  attributes = '';
  /** Markup ahead of the script tag: the host page's own scripts. */
  before = '';
  /** Markup that sets the pages' clock. */
  clock = '';
  /** Pages by path that are not the usual one. */
  readonly pages = new Map<string, ShopPage>([['/plain', { html: '<!doctype html><title>Plain</title>' }]]);
  readonly visits: Visit[] = [];
  /** What the pages noticed of us; see `watch`. */
  readonly complaints: string[] = [];
  /** What pages told the server with a POST to `/note`. */
  readonly notes: string[] = [];
  readonly #plain: Server;
  readonly #secure: Server;

  private constructor(plain: Server, secure: Server) {
    this.#plain = plain;
    this.#secure = secure;
    for (const server of [plain, secure]) {
      server.on('request', (req: IncomingMessage, res: ServerResponse) => {
        this.#answer(req, res).catch(() => res.destroy());
      });
    }
  }

  static async start(): Promise<Shop> {
    const servers = [createServer(), createSecureServer(makeCertificate('shop.test'))];
    for (const server of servers) await once(server.listen(0, '127.0.0.1'), 'listening');
    return new Shop(servers[0] as Server, servers[1] as Server);
  }

  /** The origin of this shop under a host name. */
  origin(host = 'shop.test', scheme: 'http' | 'https' = 'http'): string {
    const server = scheme === 'http' ? this.#plain : this.#secure;
    return `${scheme}://${host}:${(server.address() as AddressInfo).port}`;
  }

  /** The script tag as a site's owner would paste it. */
  tag(attributes = this.attributes): string {
    return `<script defer src="${this.scriptUrl}" data-site="${this.siteKey}" ${attributes}></script>`;
  }

  /** The usual page: the watch, what the test put before the script, the script, a link and a form. */
  page(tag = this.tag()): string {
    return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Shop</title><link rel="icon" href="data:,">
<script>${watch}</script>${this.clock}${this.before}${tag}
<a id="next" href="/next">next</a><form id="form" action="/plain"><button>send</button></form></html>`;
  }

  async close(): Promise<void> {
    for (const server of [this.#plain, this.#secure]) {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    }
  }

  async #answer(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const { url = '/', headers } = req;
    const [path = '/'] = url.split('?');
    if (req.method === 'POST') {
      const said = await text(req);
      if (path === '/complaint') this.complaints.push(said);
      if (path === '/note') this.notes.push(said);
      return void res.writeHead(204).end();
    }
    this.visits.push({ host: headers.host ?? '', url, purpose: String(headers['sec-purpose'] ?? '') });
    const { html, headers: more } = this.pages.get(path) ?? { html: this.page() };
    res.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache', ...more });
    res.end(html);
  }
}
