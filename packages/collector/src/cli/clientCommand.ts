import { Command, Option } from 'commander';

/** A command that talks to a running collector: it has the flags that say which one. */
export function clientCommand(name: string): Command {
  return new Command(name)
    .addOption(
      new Option('--url <url>', 'the collector to talk to')
        .env('REFTALLY_URL')
        .default('http://localhost:4800'),
    )
    .addOption(new Option('--admin-key <key>', "the operator's key").env('REFTALLY_ADMIN_KEY'))
    .addOption(
      new Option('--store <url>', 'the data folder in which the key is found when none is given')
        .env('REFTALLY_STORE')
        .default('file:./data'),
    )
    .option('--json', "print the collector's answer as JSON");
}
