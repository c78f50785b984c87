/** The tag that a shop pastes into its pages. Both values come from the collector and are plain; quotes are escaped anyway. */
export function snippet(origin: string, publicKey: string): string {
  const plain = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<script defer src="${plain(origin)}/r.js" data-site="${plain(publicKey)}"></script>`;
}
