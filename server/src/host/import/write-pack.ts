import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Pack } from './assemble';

/** The pack as JSON that a person can read and a diff can show: a row a line. */
export function packText(pack: Pack): string {
  return `${lay(pack, '')}\n`;
}

function lay(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const flat = Object.values(value).every((v) => typeof v !== 'object' || (Array.isArray(v) && v.every((x) => typeof x !== 'object')));
  if (flat && (Array.isArray(value) || indent !== '')) return oneLine(value);
  const inner = `${indent}  `;
  const parts = Array.isArray(value)
    ? value.map((v) => inner + lay(v, inner))
    : Object.entries(value).map(([k, v]) => `${inner}${JSON.stringify(k)}: ${lay(v, inner)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return parts.length === 0 ? `${open}${close}` : `${open}\n${parts.join(',\n')}\n${indent}${close}`;
}

function oneLine(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value).map(([k, v]) => `${JSON.stringify(k)}: ${oneLine(v)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

export const isThere = (file: string): boolean => existsSync(file);

/** Writes a file as a whole or not at all: beside it first, then in its place. Throws as node:fs does. */
export function writeWhole(file: string, text: string): void {
  const part = `${file}.${process.pid}.part`;
  mkdirSync(dirname(file), { recursive: true });
  try {
    const fd = openSync(part, 'w');
    try {
      writeFileSync(fd, text);
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}
