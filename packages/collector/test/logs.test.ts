import { expect, test } from 'vitest';
import { ADMIN_KEY, BROWSER, testCollector } from './testCollector.js';

test('no key, token, session, address, query or customer is ever in the log', async () => {
  const collector = await testCollector({ trustProxy: 1 });
  try {
    const site = await collector.addSite();
    const alice = await collector.addPartner('Alice Secretname', {
      code: 'alice',
      email: 'alice@private.example',
    });
    const access = await collector.api('POST', `/partners/${alice.id}/access`, {});
    const token = access.json.url.split('#access=')[1];
    const far = { 'x-forwarded-for': '198.51.100.7' };
    const signIn = (body: object) =>
      collector.send('POST', '/api/v1/session', { headers: far, body: JSON.stringify(body) });
    const signedIn = await signIn({ token });
    await signIn({ token });
    await signIn({ key: 'guessed-key' });
    const session = signedIn.headers.get('set-cookie')?.split(/[=;]/)[1] ?? 'none';
    await collector.send('GET', '/api/v1/totals', {
      headers: { cookie: `reftally_session=${session}`, ...far },
    });
    await collector.send('GET', '/api/v1/totals', {
      headers: { authorization: 'Bearer guessed-bearer', ...far },
    });
    await collector.send('GET', '/l/alice/private-path?token=in-a-query', {
      headers: { 'user-agent': BROWSER, ...far },
    });
    await collector.send('GET', '/somewhere/private-path?token=in-a-query', { headers: far });
    const t = Date.now();
    const e = [
      {
        id: 'a',
        n: 'signup',
        t,
        u: 'https://shop.example/private-path',
        p: { customerId: 'private-customer' },
      },
    ];
    await collector.post({ v: 1, k: site.publicKey, s: t, e }, far);
    await collector.post('private-body', far);
    await collector.api('POST', '/sites/shop/rotate-key');

    const log = collector.log();
    expect(log.trim().split('\n').length).toBeGreaterThan(8);
    for (const line of log.trim().split('\n'))
      expect(JSON.parse(line)).toMatchObject({ time: expect.any(Number) });
    const secrets = [
      ADMIN_KEY,
      site.secretKey,
      site.publicKey,
      token,
      session,
      'guessed',
      '198.51.100.7',
      '127.0.0.1,',
    ];
    const private_ = ['private', 'in-a-query', 'Secretname', BROWSER, 'customer'];
    for (const secret of [...secrets, ...private_]) expect(log).not.toContain(secret);
  } finally {
    await collector.close();
  }
});
