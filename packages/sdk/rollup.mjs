import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import resolve from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
// The package's adapters, and its types.
import adapters from './rollup.adapters.mjs';

const DIST = 'packages/sdk/dist';
/** What a shop's visitors may be charged: bytes of gzip -9 and brotli 11. */
const BUDGET = { gzip: 3000, brotli: 2700 };

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
      // Rollup ends a file with a line feed, which costs four bytes.
      const code = bundle['r.js'].code.trimEnd();
      bundle['r.js'].code = code;
      const sizes = sizesOf(code);
      console.table({ 'r.js before': previous(), 'r.js': sizes, budget: BUDGET });
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

/**
 * js-cookie is one object, so nothing of it can be shaken off. The script only ever sets, and what it sets (a token for a
 * name, a value of `[\w!*.~-]`) needs no encoding: what that never reaches is cut out, from the text so that it fails
 * loudly when the text has changed.
 */
function setOnly() {
  const cuts = [
    [/function assign [\s\S]*?\n\}\n/, ''],
    [/var defaultConverter = \{[\s\S]*?\n\};\n/, 'var defaultConverter = {};\n'],
    // A server never gets this file.
    [/ +if \(typeof document === 'undefined'\) \{\n +return\n +\}\n/, ''],
    // The script hands over an object of its own, with the path and a `max-age` in it.
    [/ +attributes = assign[^;]*;\n/, ''],
    [/ +if \(typeof attributes\.expires === 'number'\) \{[\s\S]*?\n {4}\}\n/, ''],
    [/ +if \(attributes\.expires\) \{[\s\S]*?\n {4}\}\n/, ''],
    [/ +name = encodeURIComponent[^;]*;\n/, ''],
    [/(attributes\[attributeName\])\.split\(';'\)\[0\]/, '$1'],
    [/converter\.write\(value, name\)/, 'value'],
    [/ {2}function get\([\s\S]*?\n {2}\}\n/, ''],
    [/Object\.create\(\n( +\{\n +set: set),[\s\S]*?\n {4}\},\n[\s\S]*?\n {2}\)\n/, '$1 }\n'],
  ];
  return {
    name: 'sdk-set-only',
    transform(code, id) {
      if (!/js\.cookie\.mjs$/.test(id)) return undefined;
      const cut = (text, [part, rest]) => {
        if (!part.test(text)) this.error(`js-cookie has changed: look at what setOnly() may cut (${part})`);
        return text.replace(part, rest);
      };
      return { code: cuts.reduce(cut, code), map: null };
    },
  };
}

/**
 * The script's `state` is one object for who reads the source. In r.js each of its properties is a variable, every `const` a
 * `let`, and every `===` a `==` (the script compares nothing of different types): all shorter, and they say the same.
 */
function flatten() {
  return {
    name: 'sdk-flatten',
    renderChunk(code) {
      const edits = [];
      const visit = (node) => {
        if (!node || typeof node !== 'object') return;
        const found = editsOf(node, code);
        edits.push(...found);
        if (node.type === 'Identifier' && node.name === 'state')
          this.error('write state.x: there is no state as a whole');
        for (const child of Object.values(isState(node.id) || isState(node.object) ? [node.init] : node))
          visit(child);
      };
      visit(this.parse(code));
      return { code: edited(code, edits), map: null };
    },
  };
}

/**
 * The order of the variables in which r.js compresses best, found by trying. What is called while the script is read (`guard`) comes before its
 * callers; otherwise any order works. Who is not named comes first.
 */
const ORDER =
  `state_saved state_seenCode state_loaded state_name KEYS state_gpc schedule state_memory state_queue guard
  state_endpoint pagePath daysToKeep now state_options wrap state_partner log toJson follow send dismiss
  state_most findReferral state_ignore resume drop newId state_consent queued state_busy track parseTouch
  forget leave visit decorate recall eachStored state_timer state_arrival wake listOf state_seenPath
  state_tries cleanUrl store state_losses scopes call writeCookie adopt state_offer seal deny paramNames
  listen trim api`.split(/\s+/);

/** Orders the variables of the compressed script, which still has its names, and is one `let` with all of them and one call. */
function reorder() {
  return {
    name: 'sdk-reorder',
    renderChunk(code) {
      const [{ declarations }] = this.parse(code).body[0].expression.argument.callee.body.body;
      const place = ({ id }) => ORDER.indexOf(id.name);
      const texts = [...declarations]
        .sort((a, b) => place(a) - place(b))
        .map(({ start, end }) => code.slice(start, end));
      const [from, to] = [declarations[0].start, declarations.at(-1).end];
      return { code: code.slice(0, from) + texts.join() + code.slice(to), map: null };
    },
  };
}

const isState = (node) => node?.name === 'state';

/** What `flatten` changes at a node: `[start, end, text]`. */
function editsOf({ type, kind, id, init, object, property, left, right, operator, start, end }, code) {
  if (type === 'VariableDeclaration' && kind === 'const') return [[start, start + 5, 'let']];
  if (type === 'VariableDeclarator' && isState(id)) {
    const parts = init.properties.map(
      ({ key, value }) => `state_${key.name} = ${code.slice(value.start, value.end)}`,
    );
    return [[start, end, parts.join(', ')]];
  }
  if (type === 'MemberExpression' && isState(object)) return [[start, end, `state_${property.name}`]];
  if (type === 'BinaryExpression' && /^[!=]==$/.test(operator))
    return [
      [left.end, right.start, code.slice(left.end, right.start).replace(operator, operator.slice(0, 2))],
    ];
  return [];
}

function edited(code, edits) {
  return edits
    .sort((a, b) => b[0] - a[0])
    .reduce((text, [start, end, part]) => text.slice(0, start) + part + text.slice(end), code);
}

/** Property names that never leave the script: what only `Item` has. */
const INTERNAL = 'wire tell';

const common = { ecma: 2018, module: true, format: { comments: false } };
const compressed = terser({
  ...common,
  compress: {
    passes: 4,
    inline: 1,
    unsafe: true,
    unsafe_regexp: true,
    unsafe_arrows: true,
    unsafe_methods: false,
    unsafe_undefined: true,
    keep_fargs: false,
  },
  mangle: false,
});
const mangled = terser({
  ...common,
  compress: false,
  mangle: { properties: { regex: new RegExp(`^(${INTERNAL.replace(/ /g, '|')})$`) } },
});
const iife = (name, ...plugins) => ({
  input: `${DIST}/${name === 'r' ? 'script' : name}.js`,
  output: { file: `${DIST}/${name}.js`, format: 'iife' },
  plugins: [resolve({ browser: true }), setOnly(), flatten(), compressed, ...plugins, mangled],
});

export default [
  iife('r', reorder(), measured()),
  { ...iife('stub'), output: { file: `${DIST}/stub.min.js`, format: 'iife', strict: false } },
  {
    input: `${DIST}/index.js`,
    external: ['js-cookie'],
    output: [
      { file: `${DIST}/main.js`, format: 'es' },
      { file: `${DIST}/main.cjs`, format: 'cjs', interop: 'auto' },
    ],
  },
  ...adapters,
];
