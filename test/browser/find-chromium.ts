import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import process from 'node:process';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const PLACES = [
  '/usr/lib/chromium/chromium',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

const say = (text: string): void => {
  process.stderr.write(`browser: ${text}\n`);
};

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const installed = (): string | undefined => {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...PLACES].find(isProgram);
};

const run = (command: string, ...words: readonly string[]): void => {
  say(`running ${[command, ...words].join(' ')}`);
  execFileSync(command, words, {
    stdio: ['ignore', process.stderr, 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
};

const isRootOnDebian = (): boolean =>
  process.getuid?.() === 0 && existsSync('/etc/debian_version') && isProgram('/usr/bin/apt-get');

/** Debian's packages, with the fonts that Chinese needs. */
const installDebianChromium = (): string | undefined => {
  try {
    run('apt-get', 'update', '-q');
    run('apt-get', 'install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
  } catch (error) {
    say(`that did not work (${error instanceof Error ? error.message : error})`);
  }
  return installed();
};

/**
 * Path of a Chromium or Chrome to test with, saying on stderr what is done to get one: the one that
 * `CHROMIUM_PATH` names, else an installed one, else Debian's package when root on Debian.
 * Undefined: Playwright's own, which is installed here when it has to be.
 *
 * @throws Error when `CHROMIUM_PATH` names nothing that can be run
 */
export const findChromium = (): string | undefined => {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && named !== '') {
    if (isProgram(named)) return named;
    throw new Error(`CHROMIUM_PATH: found nothing to run at ${named}, expected a Chromium`);
  }
  const path = installed() ?? (isRootOnDebian() ? installDebianChromium() : undefined);
  if (path !== undefined) {
    say(`using ${path}`);
    return path;
  }
  run('npx', 'playwright', 'install', 'chromium');
  return undefined;
};
