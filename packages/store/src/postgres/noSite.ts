import { NotFoundError } from '../NotFoundError.js';

/** What is said where a site is not found. */
export function noSite(id: string): NotFoundError {
  return new NotFoundError(`There is no site with the id ${id}`);
}
