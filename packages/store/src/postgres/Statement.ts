/** A statement of SQL; `name` says which part of us asks, and is that of its prepared form. */
export type Statement = { name: string; text: string };
