import type { Entry } from './Stage.js';
import { sizesOf } from './sizesOf.js';

/** The bytes of all that a contender has browsers load, each file packed by itself. */
export async function fetchSizes({ contender, server }: Entry): Promise<ReturnType<typeof sizesOf>> {
  const port = new URL(server.origin).port;
  const sizes = await Promise.all(
    contender.files.map(async (file) => {
      const response = await fetch(`http://127.0.0.1:${port}${file}`);
      if (!response.ok) throw new Error(`${contender.name}: ${file} answered ${response.status}`);
      return sizesOf(Buffer.from(await response.arrayBuffer()));
    }),
  );
  const sum = (kind: 'raw' | 'gzip' | 'brotli') => sizes.reduce((total, one) => total + one[kind], 0);
  return { raw: sum('raw'), gzip: sum('gzip'), brotli: sum('brotli') };
}
