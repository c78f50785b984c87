import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import commonjs from '@rollup/plugin-commonjs';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

const STATS = 'packages/stats';

/** Emits the pages and the icon as they are, and all style sheets (the chart library’s first) as one. */
function staticFiles() {
  const chart = createRequire(import.meta.url).resolve('uplot/dist/uPlot.min.css');
  const sheets = [
    'tokens',
    'base',
    'layout',
    'controls',
    'figures',
    'chart',
    'tables',
    'ledger',
    'payouts',
    'review',
  ];
  return {
    name: 'stats-static-files',
    generateBundle() {
      for (const name of readdirSync(`${STATS}/public`)) {
        const fileName = name.endsWith('.html') ? name : `assets/${name}`;
        this.emitFile({ type: 'asset', fileName, source: readFileSync(`${STATS}/public/${name}`) });
      }
      const css = [chart, ...sheets.map((name) => `${STATS}/style/${name}.css`)];
      const source = css.map((path) => readFileSync(path, 'utf8').trim()).join('\n');
      this.emitFile({ type: 'asset', fileName: 'assets/pages.css', source: `${source}\n` });
    },
  };
}

/** The pages as static files that the collector serves; rollup runs in the top folder. */
export default [
  {
    input: { stats: `${STATS}/dist/stats.js`, admin: `${STATS}/dist/admin.js` },
    output: {
      dir: `${STATS}/dist/public`,
      format: 'es',
      entryFileNames: 'assets/[name].js',
      chunkFileNames: 'assets/shared.js',
    },
    plugins: [resolve({ browser: true }), commonjs(), terser({ module: true }), staticFiles()],
  },
  {
    input: `${STATS}/verify.mjs`,
    output: { file: `${STATS}/dist/public/assets/verify.js`, format: 'es' },
    plugins: [resolve({ browser: true }), terser({ module: true })],
  },
];
