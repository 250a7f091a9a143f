// Runs one of the developers' scripts: node server/scripts/run.mjs NAME [arguments]. A script exports main(root, argv): exit code.
import { root, runScript } from './build.mjs';

const [name, ...argv] = process.argv.slice(2);
const script = await runScript(`server/scripts/${name}.ts`, name);
process.exitCode = await (script.main ?? script.default.main)(root, argv);
