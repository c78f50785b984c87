/** Follows `nextCursor` to the end and calls `onPage` with each page's items as they arrive. */
export async function allPages<T>(
  read: (cursor?: string) => Promise<{ items: T[]; nextCursor?: string }>,
  onPage: (items: T[]) => void,
): Promise<void> {
  let cursor: string | undefined;
  do {
    const page = await read(cursor);
    onPage(page.items);
    cursor = page.nextCursor;
  } while (cursor);
}
