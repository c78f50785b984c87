import { StartError } from '../StartError.js';
import { describeAddress } from './describeAddress.js';

/** Why there is no connection, and what to do about it: `--store` is what the operator can change. Shows no password. */
export function explainConnecting(cause: unknown, url: string): StartError {
  const code = codeOf(cause);
  const where = describeAddress(url);
  return new StartError(`${problemOf(code, where, cause)} (--store ${where})`, { cause });
}

function codeOf(cause: unknown): string {
  const { code, errors } = cause as { code?: unknown; errors?: unknown[] };
  // Both addresses of a name, such as localhost, have been tried.
  return typeof code === 'string' ? code : errors?.[0] ? codeOf(errors[0]) : '';
}

function problemOf(code: string, where: string, cause: unknown): string {
  const { username, pathname } = new URL(where);
  switch (code) {
    case 'ECONNREFUSED':
      return 'No PostgreSQL listens there: start it, or name another host and port';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'There is no host of that name: check it';
    case '28P01':
    case '28000':
      return `PostgreSQL does not let ${username || 'this user'} in: check the user and the password`;
    case '3D000':
      return `There is no such database: make it with CREATE DATABASE ${pathname.slice(1) || 'reftally'}, or name another one`;
    case '53300':
      return 'PostgreSQL has no connection left: raise max_connections, or add ?connections=5 to the address';
    default:
      return `PostgreSQL cannot be used: ${cause instanceof Error ? cause.message : String(cause)}`;
  }
}
