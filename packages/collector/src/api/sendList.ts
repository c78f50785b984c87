import type { Page, PageQuery } from '@reftally/store';
import type { Request, Response } from 'express';
import type { CsvTable } from './CsvTable.js';
import { sendCsv } from './sendCsv.js';
import { wantsCsv } from './wantsCsv.js';

type About = { count?: number; counts?: Record<string, number>; known?: boolean };

/** A list of the API: its name, how a page of it is loaded, and how its rows look as CSV. */
export type List<Row> = {
  name: string;
  /** `count` (of all pages) or `counts` by kind, and `known` (whether what is asked for is there at all) are passed on where there are any. */
  load: (page: PageQuery) => Promise<Page<Row> & About>;
  csv: CsvTable<Row>;
};

/** Answers one page as JSON under the list's name, or as CSV: there without `cursor` and `limit` the whole list. */
export async function sendList<Row>(
  req: Request,
  res: Response,
  list: List<Row>,
  page: PageQuery,
): Promise<void> {
  if (wantsCsv(req)) {
    const isWhole = req.query.limit === undefined && page.cursor === undefined;
    return sendCsv(res, list.name, list.csv, isWhole ? allPages(list) : onePage(list, page));
  }
  const { rows, nextCursor, ...about } = await list.load(page);
  res.json({
    [list.name]: rows,
    ...about,
    ...(nextCursor !== undefined && { nextCursor }),
  });
}

async function* onePage<Row>(list: List<Row>, page: PageQuery): AsyncGenerator<Row[]> {
  yield (await list.load(page)).rows;
}

async function* allPages<Row>(list: List<Row>): AsyncGenerator<Row[]> {
  let cursor: string | undefined;
  do {
    const page = await list.load({ limit: 500, ...(cursor !== undefined && { cursor }) });
    yield page.rows;
    cursor = page.nextCursor;
  } while (cursor !== undefined);
}
