/** How a list of rows of the API looks as CSV: the names of the columns, and the lines (at least one cell a column) of each row. */
export type CsvTable<Row> = { columns: readonly string[]; lines: (row: Row) => (string | number)[][] };
