import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const COMMANDS = { python: 'python3', php: 'php', ruby: 'ruby' };

/** How a recipe is run over test vectors: a program around it that reads the JSON file of its first argument and prints JSON. */
export type Driver = { language: keyof typeof COMMANDS; source: (recipe: string) => string };

/**
 * Runs the recipe of a language as a page of the docs prints it (`guide`, such as `trust.md`) and resolves to what its driver prints;
 * undefined where the language is not installed. Python always has to be: it is the independent implementation.
 */
export async function runRecipe(
  guide: string,
  { language, source }: Driver,
  input: object,
): Promise<unknown> {
  const command = COMMANDS[language];
  const isThere = await run(command, ['--version']).then(
    () => true,
    () => false,
  );
  if (!isThere && language !== 'python') return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'reftally-recipe-'));
  try {
    const program = join(folder, `recipe.${language}`);
    const data = join(folder, 'input.json');
    await writeFile(program, source(await recipeOf(guide, language)));
    await writeFile(data, JSON.stringify(input));
    return JSON.parse((await run(command, [program, data])).stdout);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function recipeOf(guide: string, language: string): Promise<string> {
  const text = await readFile(new URL(`../../../docs/${guide}`, import.meta.url), 'utf8');
  const [, recipe] = new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(text) ?? [];
  if (recipe === undefined) throw new Error(`docs/${guide} has no recipe in ${language}`);
  return recipe;
}
