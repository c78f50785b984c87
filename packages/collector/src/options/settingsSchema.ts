import { z } from 'zod';
import { scriptName } from '../assets/scriptName.js';
import { optionList } from './optionList.js';

/** Every option of the list, checked, with its default. */
export const settingsSchema = z
  .object({
    port: optionList.port.schema,
    host: optionList.host.schema,
    store: optionList.store.schema,
    adminKey: optionList.adminKey.schema,
    publicUrl: optionList.publicUrl.schema,
    trustProxy: optionList.trustProxy.schema,
    scriptPath: optionList.scriptPath.schema,
    collectPath: optionList.collectPath.schema,
    retentionDays: optionList.retentionDays.schema,
    rateLimit: optionList.rateLimit.schema,
    workers: optionList.workers.schema,
    logLevel: optionList.logLevel.schema,
  })
  .refine(({ scriptPath, collectPath }) => !isScriptFile(collectPath, scriptPath), {
    path: ['collectPath'],
    error: 'files of the script stand at this path, as --script-path says; choose another',
  })
  .refine(({ workers, store }) => workers === 1 || !store.startsWith('file:'), {
    path: ['workers'],
    error: 'a folder belongs to one process: give several a database by --store postgres://…',
  });

/** The script itself, or a file beside it such as its versioned copy. */
function isScriptFile(path: string, scriptPath: string): boolean {
  const [stem = '', ending = ''] = scriptName(scriptPath, '|').toLowerCase().split('|');
  const lower = path.toLowerCase();
  return lower === scriptPath.toLowerCase() || (lower.startsWith(stem) && lower.endsWith(ending));
}
