/** The environment variable of an option: `trustProxy` → `REFTALLY_TRUST_PROXY`. */
export function variableOf(option: string): string {
  return `REFTALLY_${option.replace(/[A-Z]/g, '_$&').toUpperCase()}`;
}
