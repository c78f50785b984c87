import { StartError } from '../StartError.js';

/** Turns what the file system says while a folder is opened into a sentence that tells the operator what to do. */
export function explainOpening(error: unknown, folder: string): StartError {
  if (error instanceof StartError) return error;
  const { code, path = folder, message } = error as NodeJS.ErrnoException;
  return new StartError(
    sentence(code, path, folder) ?? `The data folder ${folder} cannot be opened: ${message}`,
    {
      cause: error,
    },
  );
}

function sentence(code: string | undefined, path: string, folder: string): string | undefined {
  switch (code) {
    case 'EACCES':
    case 'EPERM':
      return `This process may not read and write ${path}: give its user the data folder ${folder}, or choose another one`;
    case 'EROFS':
      return `${path} is on a file system that cannot be written: choose another data folder`;
    case 'ENOTDIR':
    case 'EEXIST':
      return `${path} is a file where a folder was expected: choose another data folder`;
    case 'EISDIR':
      return `${path} is a folder where a file was expected: remove it, or choose another data folder`;
    case 'ENOSPC':
    case 'EDQUOT':
      return `There is no space left for the data folder ${folder}: make some, or choose another one`;
    default:
      return undefined;
  }
}
