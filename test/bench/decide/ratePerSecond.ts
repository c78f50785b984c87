/** How often a task ran for each second of this process's own CPU time, in about `ms` of it. `task` gets 0, 1, 2 … */
export function ratePerSecond(task: (index: number) => void, ms: number): number {
  const before = process.cpuUsage();
  let done = 0;
  for (;;) {
    for (let end = done + 1_000; done < end; done++) task(done);
    const { user, system } = process.cpuUsage(before);
    if (user + system >= ms * 1000) return done / ((user + system) / 1e6);
  }
}
