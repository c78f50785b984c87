import { ConflictError, CursorError, NotFoundError, type Page, type Store } from '@reftally/store';
import { describe, expect, it } from 'vitest';
import { addAlice, DAY, NOON, samples } from './samples.js';
import type { TestStore } from './TestStore.js';

/** What is promised of sites, partners, links and tokens. */
export function setupContract(test: () => TestStore): void {
  const store = (): Store => test().store();
  siteContract(store, test);
  partnerContract(store, test);
  linkContract(store);
  tokenContract(store, test);
}

function siteContract(store: () => Store, test: () => TestStore): void {
  describe('sites', () => {
    it('are found by id, public key and secret hash, over a restart', async () => {
      const site = samples.site();
      await store().addSite(site);
      await test().restart();
      expect(await store().site(site.id)).toEqual(site);
      expect(await store().siteByPublicKey(site.publicKey)).toEqual(site);
      expect(await store().siteBySecretHash(site.secretHash)).toEqual(site);
      expect(await store().site('nowhere')).toBeUndefined();
      expect(await store().siteByPublicKey('')).toBeUndefined();
      expect(await store().siteBySecretHash('')).toBeUndefined();
    });

    it('conflict on the id and on the public key, whoever races', async () => {
      const site = samples.site();
      const sameKey = () => samples.site({ publicKey: `of ${site.id}` });
      for (const sites of [
        [site, site],
        [sameKey(), sameKey(), sameKey()],
      ]) {
        const adds = await Promise.allSettled(sites.map((each) => store().addSite(each)));
        expect(adds.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      }
      await expect(store().addSite({ ...site, publicKey: 'other' })).rejects.toThrow(ConflictError);
      await expect(store().addSite(sameKey())).rejects.toThrow(ConflictError);
    });

    it('change atomically: 30 parallel changes all count', async () => {
      const { site: id } = await addAlice(store());
      const longer = () => store().updateSite(id, (site) => ({ ...site, name: `${site.name}+` }));
      const changed = await Promise.all(Array.from({ length: 30 }, longer));
      expect(new Set(changed.map(({ name }) => name)).size).toBe(30);
      await test().restart();
      expect((await store().site(id))?.name).toBe(`Shop${'+'.repeat(30)}`);
    });

    it('are found by new keys only, once those have changed', async () => {
      const site = samples.site();
      await store().addSite(site);
      await store().updateSite(site.id, (old) => ({ ...old, publicKey: 'new-key', secretHash: 'new-hash' }));
      await test().restart();
      expect(await store().siteByPublicKey(site.publicKey)).toBeUndefined();
      expect(await store().siteBySecretHash(site.secretHash)).toBeUndefined();
      expect((await store().siteByPublicKey('new-key'))?.id).toBe(site.id);
      expect((await store().siteBySecretHash('new-hash'))?.id).toBe(site.id);
    });

    it('stay as they were when a change fails', async () => {
      const [one, two] = [samples.site(), samples.site()];
      await store().addSite(one);
      await store().addSite(two);
      const takeKey = store().updateSite(two.id, (site) => Object.assign(site, { publicKey: one.publicKey }));
      await expect(takeKey).rejects.toThrow(ConflictError);
      await expect(store().updateSite('nowhere', (site) => site)).rejects.toThrow(NotFoundError);
      await expect(
        store().updateSite(two.id, () => {
          throw new RangeError('no');
        }),
      ).rejects.toThrow(RangeError);
      expect(await store().site(two.id)).toEqual(two);
    });

    it('decide by the policy of the moment', async () => {
      const { site } = await addAlice(store());
      const touches = [{ code: 'ALICE', at: NOON - 10 * DAY }];
      const [before] = await store().record(site, [samples.purchase(site, { touches })], NOON);
      await store().updateSite(site, (old) => ({ ...old, policy: { ...old.policy, windowDays: 5 } }));
      const [after] = await store().record(site, [samples.purchase(site, { touches })], NOON);
      expect([before?.status, after?.reason]).toEqual(['accepted', 'expired']);
    });

    it('are listed in pages, oldest first', async () => {
      const sites = [3, 1, 2].map((minute) => samples.site({ createdAt: NOON + minute }));
      for (const site of sites) await store().addSite(site);
      expect(await collect((cursor) => store().sites({ limit: 2, ...cursor }))).toEqual([
        sites[1],
        sites[2],
        sites[0],
      ]);
    });
  });
}

function partnerContract(store: () => Store, test: () => TestStore): void {
  describe('partners', () => {
    it('come with their first link', async () => {
      const { site } = await addAlice(store());
      const bob = samples.partner(site);
      const link = samples.link(bob);
      await store().addPartner(bob, link);
      await test().restart();
      expect(await store().partner(bob.id)).toEqual(bob);
      expect((await store().links({ site, partner: bob.id, limit: 9 })).rows).toEqual([link]);
      expect(await store().partner('nobody')).toBeUndefined();
    });

    it('conflict on their id and on their code in any case, and leave nothing behind', async () => {
      const { site, alice } = await addAlice(store());
      const again = samples.partner(site, { id: alice });
      const sameCode = samples.partner(site, { code: 'alice' });
      await expect(store().addPartner(again, samples.link(again))).rejects.toThrow(ConflictError);
      await expect(store().addPartner(sameCode, samples.link(sameCode))).rejects.toThrow(ConflictError);
      expect(await store().partner(sameCode.id)).toBeUndefined();
      expect((await store().partners({ site, limit: 9 })).rows).toHaveLength(1);
    });

    it('get a code once when 20 want it at once', async () => {
      const { site } = await addAlice(store());
      const wanting = Array.from({ length: 20 }, () => samples.partner(site, { code: 'WANTED' }));
      const adds = await Promise.allSettled(
        wanting.map((partner) => store().addPartner(partner, samples.link(partner))),
      );
      expect(adds.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    });

    it('need their site', async () => {
      const lost = samples.partner('nowhere');
      await expect(store().addPartner(lost, samples.link(lost))).rejects.toThrow(NotFoundError);
      await expect(store().partners({ site: 'nowhere', limit: 1 })).rejects.toThrow(NotFoundError);
    });

    it('change atomically, and what they are then decides', async () => {
      const { site, alice } = await addAlice(store());
      const changed = await store().updatePartner(alice, (old) => ({ ...old, status: 'paused' }));
      expect(changed.status).toBe('paused');
      await test().restart();
      const [row] = await store().record(
        site,
        [samples.pageview(site, { touches: [{ code: 'ALICE', at: NOON }] })],
        NOON,
      );
      expect(row).toMatchObject({ status: 'refused', reason: 'paused' });
      await expect(store().updatePartner('nobody', (old) => old)).rejects.toThrow(NotFoundError);
    });

    it('are listed oldest first, each once, while more are added and changed', async () => {
      const { site, alice } = await addAlice(store());
      const ids = [alice];
      const add = async (minute: number) => {
        const partner = samples.partner(site, { createdAt: NOON + minute });
        await store().addPartner(partner, samples.link(partner));
        return partner.id;
      };
      for (let minute = 1; minute <= 6; minute++) ids.push(await add(minute));
      let later = 100;
      const seen = await collect(async (cursor) => {
        const page = await store().partners({ site, limit: 2, ...cursor });
        await store().updatePartner(alice, (old) => ({ ...old, name: `${old.name}!` }));
        if (later < 103) ids.push(await add(later++));
        return page;
      });
      expect(seen.map(({ id }) => id)).toEqual(ids);
    });

    it('refuse a cursor that no page has given', async () => {
      const { site } = await addAlice(store());
      for (const cursor of ['', 'nonsense', 'W10', '__proto__'])
        await expect(store().partners({ site, limit: 1, cursor })).rejects.toThrow(CursorError);
    });
  });
}

function linkContract(store: () => Store): void {
  describe('links', () => {
    it('credit their partner', async () => {
      const { site, alice } = await addAlice(store());
      const owner = { ...samples.partner(site), id: alice };
      await store().addLink(samples.link(owner, { code: 'Spring', path: '/sale' }));
      const event = samples.pageview(site, { touches: [{ code: 'sPRING', at: NOON }] });
      expect(await store().record(site, [event], NOON)).toMatchObject([{ partner: alice }]);
    });

    it('conflict on their code within the site only, in any case', async () => {
      const a = await addAlice(store());
      const b = await addAlice(store());
      const ofA = { ...samples.partner(a.site), id: a.alice };
      await expect(store().addLink(samples.link(ofA, { code: 'aLiCe' }))).rejects.toThrow(ConflictError);
      const found = await store().linksByCode('aLICE');
      expect(found.map(({ site }) => site).sort()).toEqual([a.site, b.site].sort());
      expect(await store().linksByCode('__proto__')).toEqual([]);
    });

    it('need a partner of their site', async () => {
      const a = await addAlice(store());
      const b = await addAlice(store());
      const foreign = samples.link({ ...samples.partner(a.site), id: b.alice });
      await expect(store().addLink(foreign)).rejects.toThrow(NotFoundError);
      const lost = samples.link(samples.partner('nowhere'));
      await expect(store().addLink(lost)).rejects.toThrow(NotFoundError);
    });

    it('are listed in pages, oldest first, of a site or a partner', async () => {
      const { site, alice } = await addAlice(store());
      const bob = samples.partner(site);
      await store().addPartner(bob, samples.link(bob, { createdAt: NOON + 2 }));
      const more = samples.link({ ...bob, code: 'MORE' }, { createdAt: NOON + 1 });
      await store().addLink(more);
      const all = await collect((cursor) => store().links({ site, limit: 1, ...cursor }));
      expect(all.map(({ partner }) => partner)).toEqual([alice, bob.id, bob.id]);
      const ofBob = await collect((cursor) => store().links({ site, partner: bob.id, limit: 1, ...cursor }));
      expect(ofBob.map(({ code }) => code)).toEqual(['MORE', bob.code]);
    });
  });
}

function tokenContract(store: () => Store, test: () => TestStore): void {
  describe('tokens', () => {
    it('are found by kind and hash until they expire, over a restart', async () => {
      const token = samples.token({ kind: 'session' });
      await store().addToken(token);
      await test().restart();
      expect(await store().token('session', token.hash, NOON)).toEqual(token);
      expect(await store().token('session', token.hash, token.expiresAt - 1)).toEqual(token);
      expect(await store().token('session', token.hash, token.expiresAt)).toBeUndefined();
      expect(await store().token('access', token.hash, NOON)).toBeUndefined();
      expect(await store().token('session', '__proto__', NOON)).toBeUndefined();
    });

    it('are taken by one of 20 parallel calls, and by nobody after a restart', async () => {
      const token = samples.token();
      await store().addToken(token);
      const take = () => store().takeToken('access', token.hash, NOON);
      const taken = await Promise.all(Array.from({ length: 20 }, take));
      expect(taken.filter((each) => each !== undefined)).toEqual([token]);
      expect(await store().token('access', token.hash, NOON)).toBeUndefined();
      await test().restart();
      expect(await take()).toBeUndefined();
    });

    it('are not taken once they have expired', async () => {
      const token = samples.token();
      await store().addToken(token);
      expect(await store().takeToken('access', token.hash, token.expiresAt)).toBeUndefined();
      expect(await store().takeToken('access', 'unknown', NOON)).toBeUndefined();
    });

    it('outlive others that expire before them', async () => {
      const short = samples.token({ expiresAt: NOON + 1 });
      const long = samples.token({ createdAt: NOON + 10, expiresAt: NOON + 20 });
      for (const token of [short, long, samples.token({ createdAt: NOON + 15 })])
        await store().addToken(token);
      await test().restart();
      expect(await store().token('access', long.hash, NOON + 15)).toEqual(long);
      expect(await store().token('access', short.hash, NOON + 15)).toBeUndefined();
    });
  });
}

/** All rows of a list, page by page. */
async function collect<T>(read: (cursor: { cursor?: string }) => Promise<Page<T>>): Promise<T[]> {
  const rows: T[] = [];
  for (let cursor: { cursor?: string } | undefined = {}; cursor; ) {
    const page: Page<T> = await read(cursor);
    rows.push(...page.rows);
    cursor = page.nextCursor === undefined ? undefined : { cursor: page.nextCursor };
  }
  return rows;
}
