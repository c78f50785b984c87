import { mkdir, readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { samples } from '../../../test/contract/samples.js';
import { Checkpointer } from '../src/file/Checkpointer.js';
import { emptyState } from '../src/file/emptyState.js';
import { folderPaths } from '../src/file/folderPaths.js';
import { Log } from '../src/file/Log.js';
import { OpenFolder } from '../src/file/OpenFolder.js';
import { openLogFile } from '../src/file/openLogFile.js';
import { tempFolder } from './tempFolder.js';

it('writes no line of what cannot be folded, since no start could fold it either', async () => {
  const folder = await tempFolder();
  await mkdir(folderPaths.log(folder), { recursive: true });
  const failures: unknown[] = [];
  const warn = () => undefined;
  const opened = new OpenFolder({
    state: emptyState(),
    log: new Log({ folder, segmentBytes: 1e9, openLogFile, onSealed: warn }, { segment: 1, bytes: 0 }),
    checkpointer: new Checkpointer({ folder, checkpointBytes: 1e9, warn }),
    retentionDays: 0,
    onFailure: (cause) => failures.push(cause),
    onDurable: warn,
  });
  const partner = samples.partner('nowhere');
  const site = samples.site();
  const before = opened.commitSetup({ site });
  expect(() => opened.commitSetup({ partner })).toThrow('could not be written');
  expect(() => opened.commitSetup({ site: { ...site, name: 1n as unknown as string } })).toThrow('BigInt');
  await Promise.all([before, opened.commitSetup({ site: { ...site, name: 'later' } })]);
  await opened.close();
  const [, ...lines] = (await readFile(folderPaths.segment(folder, 1), 'utf8')).trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).site?.name)).toEqual([site.name, 'later']);
  expect(failures).toEqual([new Error('it speaks of the site "nowhere", which no earlier line has made')]);
});
