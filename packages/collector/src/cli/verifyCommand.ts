import { webcrypto } from 'node:crypto';
import { continuationProblem, type Statement, verifyStatement } from '@reftally/core';
import { Command } from 'commander';
import { CliError } from './CliError.js';
import { moneyText } from './moneyText.js';
import { print } from './print.js';
import { readJson } from './readJson.js';
import { readStatementKey } from './readStatementKey.js';

type Flags = { key?: string; earlier?: string; json?: boolean };

/** `reftally verify FILE` */
export function verifyCommand(): Command {
  return new Command('verify')
    .description("check a partner's statement, offline; names the first wrong line")
    .argument('<statement>', 'the file as it was downloaded')
    .option(
      '--key <file>',
      'the key to trust: a file with what GET /api/v1/statements/key answers, or with the public key alone',
    )
    .option('--earlier <file>', 'a statement from before, of which every line must still be there')
    .option('--json', 'print the result as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ reftally verify statement-alice-2026-06-01.json
  $ curl https://collector.example/api/v1/statements/key > key.json
  $ reftally verify statement-alice-2026-06-01.json --key key.json --earlier statement-alice-2026-05-01.json

Without --key a statement is checked by the key that it names itself: nothing was altered since it was signed, but anybody may have
signed it. Without --earlier nothing is said about what was signed before. Exit code 0 when all is right, else 1.`,
    )
    .action(verify);
}

async function verify(file: string, flags: Flags): Promise<void> {
  const statement = await verified(file, flags.key);
  if (flags.earlier !== undefined) {
    const wrong = continuationProblem(statement, await verified(flags.earlier, flags.key));
    if (wrong) throw new CliError(`${file}: ${wrong.problem}`);
  }
  const { head, key, balance } = statement;
  print(flags, { ok: true, head, key, balance }, describe(statement, flags));
}

async function verified(file: string, keyFile: string | undefined): Promise<Statement> {
  const input = await readJson(file);
  const key = keyFile === undefined ? undefined : await readStatementKey(keyFile, input);
  const verdict = await verifyStatement(input, webcrypto.subtle, key);
  if (verdict.ok) return verdict.statement;
  throw new CliError(`${file}: ${verdict.problem}`);
}

function describe({ head, key, balance }: Statement, flags: Flags): string {
  const trusted =
    flags.key === undefined ? 'its own, so compare it with the one that the shop shows' : 'trusted';
  return [
    `All ${head.lines} lines are as they were signed${flags.earlier === undefined ? '' : ', and go on where the earlier statement ended'}.`,
    `site     ${head.site}`,
    `partner  ${head.partner}`,
    `at       ${head.at}`,
    ...(['held', 'payable', 'paid'] as const).map(
      (stage) => `${stage.padEnd(9)}${moneyText(balance[stage]) || '0'}`,
    ),
    `key      ${key.publicKey} (${trusted})`,
  ].join('\n');
}
