import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import terser from '@rollup/plugin-terser';

const DIST = 'packages/sdk/dist';
const ADAPTERS = ['dataLayer', 'forms', 'react', 'sign'];
/** Those that a script tag can load. */
const SCRIPTS = ['dataLayer', 'forms'];

/**
 * The declarations that a user of the package can reach, and nothing else, in a folder of their own: for ES modules, and
 * the same text for CommonJS, importing each other as `.cjs`.
 */
function publicTypes() {
  return {
    name: 'sdk-public-types',
    writeBundle() {
      const queue = ['index.d.ts', ...ADAPTERS.map((name) => `adapters/${name}/index.d.ts`)];
      for (const file of queue) {
        const text = readFileSync(join(DIST, file), 'utf8').replace(/\n\/\/# sourceMappingURL=.*\n?$/, '\n');
        for (const [, path] of text.matchAll(/from '(\.[^']*)\.js'/g)) {
          const next = join(dirname(file), `${path}.d.ts`);
          if (!queue.includes(next)) queue.push(next);
        }
        const to = join(DIST, 'types', file);
        mkdirSync(dirname(to), { recursive: true });
        writeFileSync(to, text);
        writeFileSync(to.replace(/\.ts$/, '.cts'), text.replace(/(from '\.[^']*)\.js'/g, "$1.cjs'"));
      }
    },
  };
}

const small = (module) =>
  terser({ ecma: 2018, module, compress: { passes: 3 }, format: { comments: false } });

/** Prints what an adapter costs a page, without what it imports. */
function sizes() {
  return {
    name: 'sdk-adapter-sizes',
    generateBundle(_options, bundle) {
      for (const [file, { code }] of Object.entries(bundle)) {
        const bytes = Buffer.from(code);
        const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
        const gzip = gzipSync(bytes, { level: 9 }).length;
        const brotli = brotliCompressSync(bytes, quality).length;
        console.log(`${file}: ${bytes.length} B minified, ${gzip} B gzip, ${brotli} B brotli`);
      }
    },
  };
}

/** Leaves nothing to write: an output for the sake of its size. */
function dropped() {
  return {
    name: 'sdk-dropped',
    generateBundle(_options, bundle) {
      for (const file of Object.keys(bundle)) delete bundle[file];
    },
  };
}

/** The page's one script, found at run time; bundling it would start a second one. */
const base = /\/dist\/index\.js$/;

const packaged = (name) => {
  const output = (extension, format) => ({
    file: `${DIST}/${name}.${extension}`,
    format,
    paths: (id) => (base.test(id) ? `./main.${extension}` : id),
    // Bundling strips the directive by which Next's app router knows what belongs to the browser.
    banner: name === 'react' ? "'use client';" : '',
  });
  return {
    input: `${DIST}/adapters/${name}/index.js`,
    external: [base, 'react'],
    output: [
      output('js', 'es'),
      output('cjs', 'cjs'),
      { ...output('js', 'es'), plugins: [small(true), sizes(), dropped()] },
    ],
    plugins: name === ADAPTERS[0] ? [publicTypes()] : [],
  };
};

const tagged = (name) => ({
  input: `${DIST}/adapters/${name}/script.js`,
  output: { file: `${DIST}/${name}.min.js`, format: 'iife' },
  // Only what reaches the page's `window.reftally` is taken of the base: nothing there acts on being imported.
  treeshake: { moduleSideEffects: (id) => id.endsWith('script.js') },
  external: ['js-cookie'],
  plugins: [small(false), sizes()],
});

export default [...ADAPTERS.map(packaged), ...SCRIPTS.map(tagged)];
