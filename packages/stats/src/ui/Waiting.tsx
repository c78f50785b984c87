type Props = { what: string; lines?: number };

/** Grey bars where something will be. */
export function Waiting({ what, lines = 3 }: Props) {
  return (
    <div class="waiting" role="status">
      <span class="visually-hidden">Loading {what}…</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} class="bar" />
      ))}
    </div>
  );
}
