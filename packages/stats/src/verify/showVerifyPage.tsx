import { render } from 'preact';
import type { Verifier } from './Verifier.js';
import { VerifyPage } from './VerifyPage.js';

/** Shows the page on which anybody can check a statement. */
export function showVerifyPage(verifier: Verifier): void {
  const root = document.getElementById('root');
  if (root) render(<VerifyPage verifier={verifier} subtle={globalThis.crypto?.subtle} />, root);
}
