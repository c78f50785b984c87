import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeMachine } from './describeMachine.js';
import { compareScripts } from './scripts/compareScripts.js';
import { installPackages } from './scripts/installPackages.js';
import { readScriptOptions } from './scripts/readScriptOptions.js';
import { setStage } from './scripts/setStage.js';

// `npm run bench:scripts`: see --help.

const PACKAGES = ['@plausible-analytics/tracker@0.4.6', '@dub/analytics@0.0.32', 'posthog-js@1.449.2'];

const options = readScriptOptions(process.argv.slice(2));
if (options) {
  const folder = mkdtempSync(join(tmpdir(), 'reftally-scripts-'));
  try {
    installPackages(PACKAGES, folder);
    const stage = await setStage({ folder, dubScript: options.dubScript });
    try {
      console.log(`${describeMachine()} Chromium ${stage.browser.version()}.\n`);
      await compareScripts(stage, options);
    } finally {
      await stage.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
