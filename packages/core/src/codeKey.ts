/** People mistype capitals: codes are compared in lower case, and shown as they were given. */
export function codeKey(code: string): string {
  return code.toLowerCase();
}
