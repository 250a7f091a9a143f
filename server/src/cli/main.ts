import { patient } from './patience';
import { run } from './run';

const now = new Date();
const two = (n: number): string => String(n).padStart(2, '0');

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `blue-pencil check | head`: the reader has had enough
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

patient();
run(process.argv.slice(2), {
  cwd: process.cwd(),
  get stdin() {
    return process.stdin;
  },
  out: (text) => {
    if (!process.stdout.write(text)) return new Promise((resolve) => process.stdout.once('drain', resolve));
  },
  err: (text) => void process.stderr.write(text),
  isTerminal: process.stdout.isTTY === true && process.stderr.isTTY === true,
  env: process.env,
  today: `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` as `${number}-${number}-${number}`,
  home: __dirname,
}).then((code) => {
  process.exitCode = code;
});
