import { namedStatement } from '../namedStatement.js';
import { freshCountsSql } from '../record/freshCountsSql.js';
import type { Statement } from '../Statement.js';
import type { SumsSpec } from './SumsSpec.js';

/**
 * Reads sums of a site ($1) over stored periods ($2), which are shown in others ($3); of all partners, or of those in $4. The answer is one text a
 * period with a line for each sum, its values first and the partner last: the driver takes ten times as long for as many rows. `summed`: the database
 * adds up what belongs together. Else there may be several lines of the same name; of one or two periods that is less work in all. `format` takes a
 * third of the time of `concat_ws`, and null is empty to it. `isFresh`: of what is not in `counts` yet.
 */
export function sumsStatement(
  spec: SumsSpec,
  { summed = false, isFresh = false, isOfSome = false },
): Statement {
  const { name, table, filter, keys, values } = spec;
  const from = isFresh
    ? `${freshCountsSql.from} WHERE true`
    : `unnest($2::text[], $3::text[]) AS p(stored, shown) JOIN ${table} AS t ON t.site = $1 AND t.period = p.stored`;
  const rows = `FROM ${from} ${filter} ${isOfSome ? 'AND t.partner = ANY($4::text[])' : ''}`;
  const places = [...keys, 'partner'].map((key) => `t.${key}`).join(', ');
  const names = values.map((_, index) => `v${index}`);
  const sums = values.map((value, index) => `sum(${value})::bigint AS v${index}`).join(', ');
  const added = `SELECT p.shown, ${places}, ${sums} ${rows} GROUP BY p.shown, ${places}`;
  const format = [...values, ...keys, 'partner'].map(() => '%s').join(',');
  const line = (columns: readonly string[]) =>
    `string_agg(format('${format}', ${columns.join(', ')}, ${places}), E'\\n') AS lines`;
  return namedStatement(
    `${name}${isFresh ? '.fresh' : ''}${summed ? '.summed' : ''}${isOfSome ? '.ofSome' : ''}`,
    summed
      ? `SELECT shown, ${line(names)} FROM (${added}) AS t GROUP BY shown`
      : `SELECT p.shown, ${line(values)} ${rows} GROUP BY p.stored, p.shown`,
  );
}
