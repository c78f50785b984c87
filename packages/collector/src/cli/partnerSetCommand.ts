import type { Command } from 'commander';
import { answers } from './answers.js';
import { CliError } from './CliError.js';
import { Client } from './Client.js';
import type { Connection } from './Connection.js';
import { clientCommand } from './clientCommand.js';
import { findPartner } from './findPartner.js';
import { print } from './print.js';
import { printWarnings } from './printWarnings.js';
import { readPolicyFile } from './readPolicyFile.js';

type Flags = Connection & {
  site?: string;
  name?: string;
  email?: string;
  customerId?: string | false;
  percent?: string;
  group?: string | false;
  terms?: string;
  discount?: string | false;
  coupon?: string | false;
};

/** `reftally partner set PARTNER` */
export function partnerSetCommand(): Command {
  return clientCommand('set')
    .description('change what is agreed with a partner; what is not named stays')
    .argument('<partner>', 'id or code')
    .option('--site <id>', 'the site, when there are several')
    .option('--name <name>', 'what people call them')
    .option('--email <address>', 'how to reach them')
    .option('--customer-id <id>', "the shop's own id of them as a customer, so that own purchases are seen")
    .option('--no-customer-id', 'they are no customer that the shop knows of')
    .option('--percent <percent>', 'commission of their own on every purchase, such as 25')
    .option(
      '--terms <file>',
      'rules of their own, as JSON such as {"commission":[…]} (- for the standard input)',
    )
    .option('--group <name>', "the group of the site's policy whose rules they share")
    .option('--no-group', 'take them out of their group')
    .option('--discount <percent>', 'what their customers get off, instead of the discount of the policy')
    .option('--no-discount', "the policy's again")
    .option('--coupon <code>', 'the code of theirs that customers type in at the checkout')
    .option('--no-coupon', 'none')
    .addHelpText(
      'after',
      `
Examples:
  $ reftally partner set alice --percent 25
  $ reftally partner set bob --group vip
  $ echo '{"commission":[]}' | reftally partner set alice --terms -     # the site's rules again`,
    )
    .action(async (named: string, flags: Flags) => {
      const change = await changeOf(flags);
      const client = await Client.open(flags);
      const { id } = await findPartner(client, named, flags.site);
      const partner = await client.ask(answers.partner, 'PATCH', `partners/${id}`, change);
      const { name, group = 'none', commission } = partner;
      const rules = commission?.length ? JSON.stringify(commission) : 'none of their own';
      print(flags, partner, `partner  ${name} (${id})\ngroup    ${group}\nrules    ${rules}`);
      printWarnings(partner);
    });
}

async function changeOf(flags: Flags): Promise<object> {
  const { name, email, customerId, percent, group, terms, discount, coupon } = flags;
  const change = {
    ...(terms !== undefined && (await readPolicyFile(terms, '--terms'))),
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(customerId !== undefined && { customerId: customerId === false ? null : customerId }),
    ...(percent !== undefined && { commission: [{ on: 'purchase', percent }] }),
    ...(group !== undefined && { group: group === false ? null : group }),
    ...(discount !== undefined && { discount: discount === false ? null : discount }),
    ...(coupon !== undefined && { coupon: coupon === false ? null : coupon }),
  };
  if (Object.keys(change).length > 0) return change;
  throw new CliError(
    'Give at least one of --name, --email, --customer-id, --percent, --terms, --group, --discount, --coupon, --no-customer-id, --no-group, --no-discount and --no-coupon.',
  );
}
