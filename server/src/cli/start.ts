import { loader } from './compiled-code';

loader(__dirname, require)('command-line.js');
