import { sep } from 'node:path';

/**
 * The path by which a document is known to the host: its own for `file:`, `/~scheme/authority/path` for every other file system,
 * so that configs are found upward from it there too. Undefined for a document that lies nowhere yet.
 */
export function pathOf(uri: string): string | undefined {
  const m = /^([a-z][a-z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)/i.exec(uri);
  if (!m || m[1] === 'untitled') return undefined;
  const path = decoded(m[3] ?? '');
  if (m[1] !== 'file') return path.startsWith('/') ? `/~${m[1]}/${decoded(m[2] || '_')}${path}` : undefined;
  if (m[2] && m[2] !== 'localhost') return native(`//${decoded(m[2])}${path}`);
  return native(/^\/[a-z]:/i.test(path) && sep === '\\' ? path.slice(1, 2).toLowerCase() + path.slice(2) : path);
}

/** The inverse of pathOf. */
export function uriOf(path: string): string {
  const plain = path.replaceAll('\\', '/');
  const virtual = /^\/~([^/]+)\/([^/]+)(\/.*)$/.exec(plain);
  if (virtual) return `${virtual[1]}://${virtual[2] === '_' ? '' : virtual[2]}${encoded(virtual[3]!)}`;
  if (plain.startsWith('//')) return `file:${encoded(plain)}`;
  return `file://${encoded(plain.startsWith('/') ? plain : `/${plain}`)}`;
}

/** True where the path lies on no disk. */
export const isVirtual = (path: string): boolean => /^[\\/]~/.test(path);

const native = (path: string): string => (sep === '\\' ? path.replaceAll('/', '\\') : path);
const encoded = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
