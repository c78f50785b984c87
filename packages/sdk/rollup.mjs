import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';

const DIST = 'packages/sdk/dist';
/** What a shop's visitors may be charged: bytes of gzip -9 and brotli 11. */
const BUDGET = { gzip: 4500, brotli: 4100 };
/** Where it has to go. */
const AIM = { gzip: 3000, brotli: 2700 };

const { version } = JSON.parse(readFileSync('packages/sdk/package.json', 'utf8'));

function sizesOf(code) {
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  const bytes = Buffer.from(code);
  return {
    raw: bytes.length,
    gzip: gzipSync(bytes, { level: 9 }).length,
    brotli: brotliCompressSync(bytes, quality).length,
  };
}

/** Prints the sizes beside the previous build's, refuses what is over budget, and adds a versioned copy with its SRI hash. */
function measured() {
  return {
    name: 'sdk-measured',
    generateBundle(_options, bundle) {
      const { code } = bundle['r.js'];
      const sizes = sizesOf(code);
      console.table({ 'r.js before': previous(), 'r.js': sizes, budget: BUDGET, aim: AIM });
      for (const kind of Object.keys(BUDGET)) {
        if (sizes[kind] > BUDGET[kind])
          this.error(`r.js: ${sizes[kind]} B ${kind}, the budget is ${BUDGET[kind]} B`);
      }
      const file = `r-${version}.js`;
      const integrity = `sha384-${createHash('sha384').update(code).digest('base64')}`;
      this.emitFile({ type: 'asset', fileName: file, source: code });
      this.emitFile({
        type: 'asset',
        fileName: 'r.json',
        source: `${JSON.stringify({ version, file, integrity, ...sizes }, undefined, 2)}\n`,
      });
    },
  };
}

function previous() {
  try {
    const { raw, gzip, brotli } = JSON.parse(readFileSync(`${DIST}/r.json`, 'utf8'));
    return { raw, gzip, brotli };
  } catch {
    return {};
  }
}

/** CommonJS twins of the declarations: the same text, importing each other as `.cjs`. */
function commonTypes() {
  return {
    name: 'sdk-common-types',
    writeBundle() {
      for (const name of readdirSync(DIST).filter((file) => file.endsWith('.d.ts'))) {
        const text = readFileSync(`${DIST}/${name}`, 'utf8').replace(/(from '\.[^']*)\.js'/g, "$1.cjs'");
        writeFileSync(
          `${DIST}/${name.replace(/\.ts$/, '.cts')}`,
          text.replace(/\n\/\/# sourceMappingURL=.*\n?$/, '\n'),
        );
      }
    },
  };
}

/** js-cookie is one object, so nothing of it can be shaken off; the script only ever sets: its other methods are cut out. */
function setOnly() {
  const unused = ['get', 'remove', 'withAttributes', 'withConverter'];
  return {
    name: 'sdk-set-only',
    transform(code, id) {
      if (!/js\.cookie\.mjs$/.test(id)) return undefined;
      const cuts = [];
      const visit = (node) => {
        if (!node || typeof node !== 'object') return;
        if (node.type === 'Property' && unused.includes(node.key.name)) cuts.push(node);
        else for (const child of Object.values(node)) visit(child);
      };
      visit(this.parse(code));
      if (cuts.length !== unused.length) this.error('js-cookie has changed: look at what setOnly() may cut');
      return { code: without(code, cuts), map: null };
    },
  };
}

/** The text without these nodes and the commas after them. */
function without(code, nodes) {
  return nodes
    .sort((a, b) => b.start - a.start)
    .reduce((text, { start, end }) => text.slice(0, start) + text.slice(end).replace(/^\s*,/, ''), code);
}

/** Property names that never leave the script: `state`, and what only `Item` has. */
const INTERNAL =
  'gpcHolds arrivals seenCode seenPath loaded inCookie inLocal visitor scope busy most tries losses timer sealed flying tell';

const small = terser({
  ecma: 2018,
  module: true,
  compress: {
    passes: 4,
    unsafe_arrows: true,
    unsafe_methods: true,
    unsafe_undefined: true,
    keep_fargs: false,
  },
  mangle: { properties: { regex: new RegExp(`^(${INTERNAL.replace(/ /g, '|')})$`) } },
  format: { comments: false },
});
const iife = (name, ...plugins) => ({
  input: `${DIST}/${name === 'r' ? 'script' : name}.js`,
  output: { file: `${DIST}/${name}.js`, format: 'iife' },
  plugins: [resolve({ browser: true }), setOnly(), small, ...plugins],
});

export default [
  iife('r', measured()),
  { ...iife('stub'), output: { file: `${DIST}/stub.min.js`, format: 'iife', strict: false } },
  {
    input: `${DIST}/index.js`,
    external: ['js-cookie'],
    output: [
      { file: `${DIST}/reftally.js`, format: 'es' },
      { file: `${DIST}/reftally.cjs`, format: 'cjs', interop: 'auto' },
    ],
    plugins: [commonTypes()],
  },
];
