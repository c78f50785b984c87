import { fileURLToPath } from 'node:url';

/** The folder that a `file:` URL names, if it is one: `file:./data` is relative, as people write it; `file:///srv/my%20data` is a URL in full. */
export function folderOfUrl(url: string): string | undefined {
  return url.startsWith('file://') ? fullUrl(url) : /^file:(.+)$/s.exec(url)?.[1];
}

function fullUrl(url: string): string | undefined {
  try {
    return fileURLToPath(url) || undefined;
  } catch {
    return undefined;
  }
}
