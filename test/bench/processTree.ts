import { existsSync, readFileSync } from 'node:fs';

/** A process and all that it has started, such as the workers of one port; only itself where there is no /proc. */
export function processTree(pid: number): number[] {
  const list = `/proc/${pid}/task/${pid}/children`;
  const children = existsSync(list) ? readFileSync(list, 'latin1').split(' ').filter(Boolean) : [];
  return [pid, ...children.flatMap((child) => processTree(Number(child)))];
}
