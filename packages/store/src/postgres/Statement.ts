import type { RowList } from './RowList.js';

/**
 * A statement of SQL; `name` says which part of us asks, and is that of its prepared form. `lists` are lists of rows that it is given: their
 * parameters follow the others.
 */
export type Statement = { name: string; text: string; lists?: readonly RowList[] };
