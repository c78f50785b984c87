import type { Server } from 'node:http';

/**
 * Stops accepting and waits for what was accepted to be answered; after `patience` ms the rest is cut off. `closeSilent` ends the
 * connections on which nothing has come.
 */
export async function stopServer(server: Server, patience: number, closeSilent: () => void): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  closeSilent();
  // A connection may fall idle just after this look at it: its next answer would close it, but there need not be one.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const cut = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearInterval(sweep);
  clearTimeout(cut);
}
