/** What the suite uses of mocha, which is installed only where the suite runs. */
declare function describe(title: string, suite: () => void): void;
declare function it(title: string, test: () => unknown): void;
declare function before(run: () => unknown): void;
declare function afterEach(run: () => unknown): void;
declare module 'mocha/mocha.js';
