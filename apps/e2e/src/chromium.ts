import { existsSync } from 'node:fs';

const places = [
  process.env.CHROMIUM_PATH ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The browser of this machine, or undefined: then the browser tests are skipped, except under CI, where a missing
 * browser is a failure. Set CHROMIUM_PATH for a browser elsewhere.
 */
export function findChromium(): string | undefined {
  return places.find((path) => path !== '' && existsSync(path));
}
