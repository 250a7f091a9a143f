/** In the place of node:fs and of globby for browsers: what is asked of a disk there finds nothing. */
const none = (): never => {
  throw Object.assign(new Error('a browser has no disk'), { code: 'ENOENT' });
};

export const existsSync = (): boolean => false;
export const statSync = none;
export const readdirSync = none;
export const readFileSync = none;
export const realpathSync = (path: string): string => path;
export const openSync = none;
export const closeSync = none;
export const fstatSync = none;
export const globby = none;
export const isDynamicPattern = (): boolean => false;
