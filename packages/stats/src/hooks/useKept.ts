import { useState } from 'preact/hooks';

function read(key: string): string {
  try {
    return localStorage.getItem(key) ?? '';
  } catch {
    return '';
  }
}

/** A text that this browser keeps under `key`, where it lets pages keep anything. */
export function useKept(key: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => read(key));
  const keep = (next: string) => {
    setText(next);
    try {
      localStorage.setItem(key, next);
    } catch {
      // Then it is typed again next time.
    }
  };
  return [text, keep];
}
