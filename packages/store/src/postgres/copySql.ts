import { namedStatement as sql } from './namedStatement.js';

/** How far a copy into this database is. */
export const copySql = {
  find: sql('copy.find', "SELECT source, place, facts, events, finished FROM copies WHERE id = 'copy'"),
  lock: sql('copy.lock', "SELECT facts FROM copies WHERE id = 'copy' FOR UPDATE"),
  begin: sql(
    'copy.begin',
    `INSERT INTO copies (id, source, place, facts, events, finished) VALUES ('copy', $1, $2, $3, $4, FALSE)
      ON CONFLICT DO NOTHING RETURNING id`,
  ),
  set: sql(
    'copy.set',
    "UPDATE copies SET place = $1, facts = $2, events = $3, finished = $4 WHERE id = 'copy'",
  ),
  isFilled: sql(
    'copy.isFilled',
    'SELECT EXISTS (SELECT 1 FROM sites) OR EXISTS (SELECT 1 FROM facts) AS filled',
  ),
};
