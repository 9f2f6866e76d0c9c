// What the other scripts need before they can start. Plain Node, because nothing is installed yet.
import {spawn, spawnSync} from 'node:child_process';
import {existsSync, statSync} from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** Runs a command with its output on this terminal. Returns whether it went well. */
export function run(command, args) {
  return spawnSync(command, args, {cwd: root, stdio: ['ignore', 'inherit', 'inherit']}).status === 0;
}

/** Runs a command and keeps what it prints. Resolves to that, and to whether it went well. */
export function runQuietly(command, args) {
  return new Promise(resolve => {
    const child = spawn(command, args, {cwd: root, stdio: ['ignore', 'pipe', 'pipe']});
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', text => (output += text));
    child.on('error', error => resolve({ok: false, output: `${error}\n`}));
    child.on('close', code => resolve({ok: code === 0, output}));
  });
}

/** Installs the packages that package-lock.json names, where that has not been done since it changed. */
export function installPackages() {
  const installed = path.join(root, 'node_modules/.package-lock.json');
  const wanted = path.join(root, 'package-lock.json');
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  if (!run('npm', ['ci', '--no-audit', '--no-fund'])) {
    console.error('The packages could not be installed. Check the connection to the npm registry, then try again.');
    process.exit(1);
  }
}

/** Where Debian puts the two browsers. */
export const browsers = () => ['/usr/bin/chromium', '/usr/bin/firefox-esr'];

/** Installs the two browsers on Debian, where this user may; says what to install otherwise. */
export function installBrowsers() {
  const missing = browsers().filter(file => !existsSync(file));
  if (missing.length === 0) return;
  const packages = missing.map(file => path.basename(file));
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-qq']);
    run('env', ['DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '-y', '-qq', ...packages]);
  }
  const still = browsers().filter(file => !existsSync(file));
  if (still.length > 0)
    console.error(`Install these first (on Debian: apt install ${packages.join(' ')}): ${still.join(', ')}`);
}
