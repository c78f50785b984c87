import { type Logger, pino, stdTimeFunctions } from 'pino';
import type { Settings } from './options/Settings.js';

/** Structured log lines on the standard output. */
export function createLogger(level: Settings['logLevel']): Logger {
  return pino({ level, base: undefined, timestamp: stdTimeFunctions.isoTime });
}
