/** A ratio that is to be at least (or at most) so much. */
export type Goal = { what: string; value: number; goal: number; isMost?: boolean; unit?: string };

/** One line a goal: the value, the goal, and whether it is met. */
export function formatGoals(goals: readonly Goal[]): string {
  return goals
    .map(({ what, value, goal, isMost = false, unit = '×' }) => {
      const isMet = isMost ? value <= goal : value >= goal;
      return `${isMet ? 'met    ' : 'NOT met'}  ${what}: ${value.toFixed(2)}${unit} (goal: ${isMost ? '≤' : '≥'} ${goal}${unit})`;
    })
    .join('\n');
}
