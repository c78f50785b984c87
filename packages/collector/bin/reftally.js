#!/usr/bin/env node
// The command is linked when packages are installed, before anything is built: only this file needs to be there by then.
import { existsSync } from 'node:fs';

const main = new URL('../dist/cli.js', import.meta.url);
if (existsSync(main)) {
  await import(main.href);
} else {
  console.error('reftally: it is not built yet; run "npm run build" first.');
  process.exitCode = 1;
}
