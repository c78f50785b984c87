// Preloaded into a copy that is to be killed: each mark of a folder lasts long enough for somebody to see it.

import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { setTimeout as delay } from 'node:timers/promises';

const { rename } = fs.promises;
fs.promises.rename = async (...paths) => {
  await rename(...paths);
  await delay(150);
};
syncBuiltinESMExports();
