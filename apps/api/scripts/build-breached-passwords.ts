// Packs lists of breached passwords, one a line, into the file that new passwords are held against.
// Usage: node apps/api/scripts/build-breached-passwords.ts <list.txt> … ; where the lists came from: docs/breached-passwords.md.
import fs from 'node:fs';
import { BREACHED_FILE, packBreached } from '../src/auth/breached-passwords.ts';
import { MIN_LENGTH } from '../src/auth/password-rules.ts';

const lists = process.argv.slice(2);
if (lists.length === 0) throw new Error('name at least one list');
const passwords = lists.flatMap((list) => fs.readFileSync(list, 'utf8').split(/\r?\n/));
// Shorter ones are refused for their length.
const packed = packBreached(passwords.filter((password) => [...password].length >= MIN_LENGTH));
fs.writeFileSync(BREACHED_FILE, packed);
process.stdout.write(`${packed.length / 4} passwords, ${packed.length} bytes\n`);
