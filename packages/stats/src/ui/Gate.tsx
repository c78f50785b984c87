import type { ComponentChildren } from 'preact';
import { Brand } from './Brand.js';

type Props = { title: string; children: ComponentChildren };

/** A page with one message or one form, for whoever is not signed in. */
export function Gate({ title, children }: Props) {
  return (
    <main class="gate">
      <div class="card gate-card">
        <Brand />
        <h1>{title}</h1>
        {children}
      </div>
    </main>
  );
}
