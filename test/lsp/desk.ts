import { afterEach } from 'vitest';
import { type Editor, folderOf, start, startHere } from './drive';

const editors: Editor[] = [];
const folders: ReturnType<typeof folderOf>[] = [];

const kept = (editor: Editor): Editor => {
  editors.push(editor);
  return editor;
};

/** An editor with the built server beside it, stopped when the test ends. */
export const open = async (...args: Parameters<typeof start>): Promise<Editor> => kept(await start(...args));

/** An editor with a server within this process, stopped when the test ends. */
export const here = async (...args: Parameters<typeof startHere>): Promise<Editor> => kept(await startHere(...args));

/** A folder with files, gone when the test ends. */
export function folder(files?: Readonly<Record<string, string>>): ReturnType<typeof folderOf> {
  const made = folderOf(files);
  folders.push(made);
  return made;
}

afterEach(async () => {
  for (const e of editors.splice(0)) await e.stop();
  for (const f of folders.splice(0)) f.remove();
});
