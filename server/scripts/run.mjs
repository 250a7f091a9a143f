// Runs one of the developers' scripts: node server/scripts/run.mjs NAME [arguments]. NAME is a script of this folder, or a path from the root.
// A script exports main(root, argv): exit code.
import { root, runScript } from './build.mjs';

const [name, ...argv] = process.argv.slice(2);
const script = await runScript(name.includes('/') ? name : `server/scripts/${name}.ts`, name.replace(/\W+/g, '-'));
process.exitCode = await (script.main ?? script.default.main)(root, argv);
