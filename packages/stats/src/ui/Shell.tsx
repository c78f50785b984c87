import type { ComponentChildren } from 'preact';
import { Brand } from './Brand.js';

type Props = { about?: ComponentChildren; children: ComponentChildren };

/** The frame of a page: the brand and who is signed in, then the content. */
export function Shell({ about, children }: Props) {
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <header class="top">
        <div class="width top-row">
          <Brand />
          {about}
        </div>
      </header>
      <main id="main" class="width" tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
