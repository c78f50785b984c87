import { Agent, request } from 'node:http';
import { ADMIN_KEY } from './ADMIN_KEY.js';

const CONNECTIONS = 10;

export type Answered = { status: number; body: string };

/** Posts all bodies to one path of the API: all are under way before any is answered, on ten connections that are kept. */
export async function askAtOnce(port: number, path: string, bodies: readonly object[]): Promise<Answered[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  try {
    return await Promise.all(bodies.map((body) => ask(port, path, agent, JSON.stringify(body))));
  } finally {
    agent.destroy();
  }
}

function ask(port: number, path: string, agent: Agent, body: string): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'application/json' };
    const to = { host: '127.0.0.1', port, path: `/api/v1${path}`, method: 'POST', agent, headers };
    const asked = request(to);
    asked.once('error', reject);
    asked.once('response', async (answer) => {
      let text = '';
      for await (const chunk of answer) text += chunk;
      resolve({ status: answer.statusCode ?? 0, body: text });
    });
    asked.end(body);
  });
}
