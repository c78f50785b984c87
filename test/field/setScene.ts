import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest';
import type { Driver } from './drive/Driver.js';
import { launchDriver } from './drive/launchDriver.js';
import type { Scene } from './Scene.js';
import { startField } from './world/startField.js';

/**
 * Gives every test of a file a scene of its own, and expects after each what holds in every scenario: the host page noticed nothing (no
 * error, no rejection, no output), there was no preflight, requests were POSTs of plain text, and no cookie went to the collector.
 */
export function setScene(launch: () => Promise<Driver> = () => launchDriver()): Scene {
  const scene = {} as Scene;
  beforeAll(async () => {
    scene.driver = await launch();
  });
  afterAll(() => scene.driver.close());
  beforeEach(async () => {
    scene.mayNotice = /^$/;
    scene.field = await startField();
    scene.profile = await scene.driver.newProfile();
    scene.tab = await scene.profile.newTab();
  });
  afterEach(async () => {
    await scene.profile.close();
    await scene.field.close();
    const { shop, proxy } = scene.field;
    expect(shop.complaints.filter((one) => !scene.mayNotice.test(one))).toEqual([]);
    const ways = new Set(proxy.seen.map(({ method, type, cookie }) => [method, type, cookie].join()));
    ways.delete('POST,text/plain;charset=UTF-8,');
    expect([...ways]).toEqual([]);
  });
  return scene;
}
