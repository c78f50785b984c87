import { z } from 'zod';
import { optionList } from './optionList.js';

/** Every option of the list, checked, with its default. */
export const settingsSchema = z.object({
  port: optionList.port.schema,
  host: optionList.host.schema,
  store: optionList.store.schema,
  adminKey: optionList.adminKey.schema,
  publicUrl: optionList.publicUrl.schema,
  trustProxy: optionList.trustProxy.schema,
  rateLimit: optionList.rateLimit.schema,
  logLevel: optionList.logLevel.schema,
});
