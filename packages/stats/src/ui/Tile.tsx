import type { ComponentChildren } from 'preact';

type Props = { label: string; children: ComponentChildren; note?: ComponentChildren; small?: boolean };

/** One number with its name, inside a `<dl class="tiles">`. */
export function Tile({ label, children, note, small }: Props) {
  return (
    <div class="tile">
      <dt>{label}</dt>
      <dd class={small ? 'figure small' : 'figure'}>{children}</dd>
      {note && <dd class="note">{note}</dd>}
    </div>
  );
}
