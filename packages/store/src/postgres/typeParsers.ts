import pg from 'pg';
import { toInteger } from './toInteger.js';

const { INT8, NUMERIC } = pg.types.builtins;

/** How our connections read values: `BIGINT`, and sums of it, as numbers. Given to our own pool, since others may share the module. */
export const typeParsers: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    id === INT8 || id === NUMERIC
      ? toInteger
      : pg.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser,
};
