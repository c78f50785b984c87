/** The path of a file that goes with the script: `/r.js` and `0.1.0` are `/r-0.1.0.js`. */
export function scriptName(scriptPath: string, part: string): string {
  const [, stem, ending] = /^(.*?)(\.js)?$/.exec(scriptPath) ?? [];
  return `${stem}-${part}${ending ?? ''}`;
}
