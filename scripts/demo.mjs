// The extension on a demo customer: `npm run demo [-- --headless] [-- --browser firefox]`.
import {existsSync} from 'node:fs';
import {browsers, installBrowsers, installPackages, run} from './setup.mjs';

installPackages();
installBrowsers();
if (!browsers().every(existsSync) || !run('npm', ['run', 'build'])) process.exit(1);
const args = process.argv.slice(2);
const hasDisplay = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
if (!hasDisplay && !args.includes('--headless')) {
  console.log('There is no display, so the main job is done headless.');
  args.push('--headless');
}
process.exitCode = run('npx', ['tsx', 'scripts/demo-job.ts', ...args]) ? 0 : 1;
