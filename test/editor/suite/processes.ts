import { readdirSync, readFileSync } from 'node:fs';

/** Processes of the language server that this extension host has started, by id. */
export const servers = (): number[] =>
  readdirSync('/proc')
    .filter((p) => /^\d+$/.test(p))
    .map(Number)
    .filter((pid) => {
      try {
        const parent = Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
        return parent === process.pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('server.js');
      } catch {
        return false;
      }
    });

export const kill = (pid: number): void => void process.kill(pid, 'SIGKILL');
