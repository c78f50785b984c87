import type { Profile } from './Profile.js';

/** A running browser. */
export interface Driver {
  readonly name: 'chromium' | 'firefox' | 'webkit';
  /** Its name and version, as people say them. */
  version(): Promise<string>;
  newProfile(): Promise<Profile>;
  close(): Promise<void>;
}
