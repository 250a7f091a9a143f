/** What the suite uses of node:assert, for browsers. */
class AssertionError extends Error {}

const show = (value: unknown): string => JSON.stringify(value) ?? String(value);

export function fail(message: string): never {
  throw new AssertionError(message);
}
export function ok(value: unknown, message = `${show(value)} is not true`): asserts value {
  if (!value) fail(message);
}
export function strictEqual(actual: unknown, expected: unknown, message = ''): void {
  if (!Object.is(actual, expected)) fail(`${message} ${show(actual)} is not ${show(expected)}`);
}
export function deepStrictEqual(actual: unknown, expected: unknown): void {
  if (show(actual) !== show(expected)) fail(`${show(actual)} is not ${show(expected)}`);
}
export function match(text: string, pattern: RegExp): void {
  if (!pattern.test(text)) fail(`${show(text)} does not match ${pattern}`);
}
export async function rejects(make: () => Promise<unknown>): Promise<void> {
  try {
    await make();
  } catch {
    return;
  }
  fail('it did not reject');
}
