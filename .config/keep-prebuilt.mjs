// npm runs this after every change of node_modules. better-sqlite3 ships its binaries and says so
// with "gypfile": false, which npm drops when it writes package-lock.json. `npm ci` would then
// compile it (npm 10, which knows no allowScripts), and need Python and a compiler for nothing.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const entry = lock.packages['node_modules/better-sqlite3'];
if (entry !== undefined && entry.gypfile !== false) {
  entry.gypfile = false;
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
}
