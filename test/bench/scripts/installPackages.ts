import { execFileSync } from 'node:child_process';

/** Installs published packages (`name@version`) into a folder, which no manifest of this project knows; none of them runs a script. */
export function installPackages(packages: readonly string[], folder: string): void {
  const quiet = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync('npm', ['install', ...quiet, '--prefix', folder, ...packages], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}
