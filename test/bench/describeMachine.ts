import { cpus, loadavg, release, totalmem, type } from 'node:os';

/** The machine in one line, without its name: a number means nothing without it. */
export function describeMachine(): string {
  const [cpu] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const load = loadavg()[0] ?? 0;
  const busy =
    load > 0.5 ? ` Its load was ${load.toFixed(1)} before the start: something else was running.` : '';
  return `${cpus().length} × ${cpu?.model.trim()}, ${memory} GiB, ${type()} ${release()}, Node ${process.version}.${busy}`;
}
