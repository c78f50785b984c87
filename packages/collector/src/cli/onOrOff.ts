import { InvalidArgumentError } from 'commander';

/** The value of a flag that is `on` or `off`. */
export function onOrOff(value: string): boolean {
  if (value === 'on' || value === 'off') return value === 'on';
  throw new InvalidArgumentError('Expected on or off.');
}
