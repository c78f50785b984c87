/** A file that the collector made, under the name that it gave. */
export type SavedFile = { name: string; content: Blob };
