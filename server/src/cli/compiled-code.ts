import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';

/** Where the code that V8 compiled of a bundle is kept: one file for each V8, system and processor, for it fits no other. */
export const codeFileOf = (bundle: string): string =>
  `${bundle.slice(0, -3)}.${process.versions.v8}-${process.platform}-${process.arch}.code`;

/** The last line of a bundle names the build that its compiled code belongs to: V8 itself compares no more than lengths. */
export const MARK = /\/\/ build ([0-9a-f]{16})\n$/;
export const MARK_LENGTH = '// build 0123456789abcdef\n'.length;

export interface Loaded {
  readonly script: Script;
  readonly exports: unknown;
  /** V8 took the code as it was compiled before. */
  readonly ready: boolean;
}

/**
 * Runs a bundle of a folder as the CommonJS module that it is, from compiled code where the build left some that fits it and this
 * Node; where there is none, or where V8 refuses it, the text is compiled as ever. `keep` is told of every bundle that was run.
 */
export function loader(folder: string, outside: NodeJS.Require, keep?: (file: string, loaded: Loaded) => void): (name: string) => unknown {
  const loads = new Map<string, Loaded>();
  const load = (name: string): unknown => {
    const known = loads.get(name);
    if (known) return known.exports;
    const file = `${folder}/${name}`;
    const text = readFileSync(file, 'utf8');
    const compiled = compiledCode(file, text);
    const script = new Script(`(function (exports, require, module, __filename, __dirname) {${text}})`, {
      filename: file,
      ...(compiled && { cachedData: compiled }),
    });
    const module = { exports: {} as unknown };
    const inside = Object.assign((id: string): unknown => (id.startsWith('./lazy/') ? load(id.slice(2)) : outside(id)), outside);
    script.runInThisContext()(module.exports, inside, module, file, folder);
    const loaded = { script, exports: module.exports, ready: compiled !== undefined && script.cachedDataRejected === false };
    loads.set(name, loaded);
    keep?.(file, loaded);
    return loaded.exports;
  };
  return load;
}

function compiledCode(file: string, text: string): Buffer | undefined {
  const mark = MARK.exec(text.slice(-MARK_LENGTH))?.[1];
  if (mark === undefined) return undefined;
  try {
    const code = readFileSync(codeFileOf(file));
    return code.toString('latin1', 0, 16) === mark ? code.subarray(16) : undefined;
  } catch {
    return undefined; // built by another Node
  }
}
