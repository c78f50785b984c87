import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import * as terserModule from '@rollup/plugin-terser';
import { rollup } from 'rollup';

// Its types are those of a CommonJS module, which it is not.
const { default: terser } = terserModule as unknown as typeof terserModule.default;

/**
 * Bundles a few lines that import a package of `folder` into one minified script for a page, with the tools that r.js is made with:
 * rollup and terser.
 */
export async function bundleScript(folder: string, lines: string): Promise<string> {
  const input = join(folder, 'entry.mjs');
  writeFileSync(input, lines);
  const bundle = await rollup({ input, plugins: [nodeResolve({ browser: true })] });
  const plugins = [
    terser({ ecma: 2018, module: true, compress: { passes: 4 }, format: { comments: false } }),
  ];
  const { output } = await bundle.generate({ format: 'iife', plugins });
  await bundle.close();
  return output[0].code;
}
