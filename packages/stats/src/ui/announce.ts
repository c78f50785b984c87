/** Says something to screen readers, through the live region of the open dialog (all else is inert then) or of the page. */
export function announce(text: string): void {
  const region = document.querySelector('dialog[open] .announcer') ?? document.getElementById('announcer');
  if (!region) return;
  region.textContent = '';
  // The same text twice in a row is only read again when the region was empty in between.
  setTimeout(() => {
    region.textContent = text;
  }, 50);
}
