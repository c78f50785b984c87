import type { Statement } from './Statement.js';

/**
 * Runs a statement in a transaction and resolves to its rows. What is called without waiting goes over the wire in one piece, and runs in the order
 * of the calls, each seeing what was committed when it begins. Lists of rows come last.
 */
export type Run = <Row = never>(statement: Statement, ...values: unknown[]) => Promise<Row[]>;
