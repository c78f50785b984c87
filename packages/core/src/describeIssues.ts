import type { core } from 'zod';

/** One sentence a problem, each named by its field: `"a.t[0][1]: expected a number, got string"`. */
export function describeIssues(issues: readonly core.$ZodIssue[]): string {
  return issues.map((issue) => `${fieldOf(issue)}: ${issue.message}`).join('; ');
}

function fieldOf(issue: core.$ZodIssue): string {
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  const text = path.reduce<string>(
    (field, key) => field + (typeof key === 'number' ? `[${key}]` : `${field && '.'}${String(key)}`),
    '',
  );
  return text || 'event';
}
