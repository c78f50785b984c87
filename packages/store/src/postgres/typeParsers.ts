import pg from 'pg';

const { INT8, NUMERIC } = pg.types.builtins;

/** How our connections read values: `BIGINT`, and sums of it, as numbers. Given to our own pool, since others may share the module. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    id === INT8 || id === NUMERIC
      ? toInteger
      : pg.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser,
};

/** Throws a `RangeError` rather than give a sum that is off by one. */
function toInteger(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError(`the database holds ${text}, which is too large`);
  return number;
}
