/** The tally mark and the name. */
export function Brand() {
  return (
    <span class="brand">
      <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
        <path d="M8 6v20M13.5 6v20M19 6v20M24.5 6v20" />
        <path class="brand-stroke" d="M3 22.5L29 9.5" />
      </svg>
      Reftally
    </span>
  );
}
