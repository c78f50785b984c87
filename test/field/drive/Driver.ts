import type { Profile } from './Profile.js';

/** A running browser. */
export interface Driver {
  readonly name: 'chromium' | 'firefox' | 'webkit';
  newProfile(): Promise<Profile>;
  close(): Promise<void>;
}
