import { existsSync, linkSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DATA_FOLDER, dataFor } from '../measure/bench-data.ts';
import { changeLines } from './change-lines.ts';

/** Every so many bookings one is spoiled: of a million, 200,000. */
const EVERY = 5;

/** What people write where an amount should stand. */
const SPOILT = ['N/A', 'n.v.', '-', 'EUR 12', '12,50', '?'];

/** A folder with the files for a number of bookings, every fifth of which has no number as its amount; made if it is not there. */
export async function rejectedDataFor(bookings: number, progress: (text: string) => void): Promise<string> {
  const sound = dataFor(bookings, progress);
  const folder = join(DATA_FOLDER, `rejected-${bookings}`);
  if (existsSync(folder)) return folder;
  progress(`Spoiling every ${EVERY}th booking`);
  const unfinished = `${folder}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true });
  for (const name of readdirSync(sound)) {
    if (name === 'bookings.csv') await spoil(join(sound, name), join(unfinished, name));
    else linkSync(join(sound, name), join(unfinished, name));
  }
  renameSync(unfinished, folder);
  return folder;
}

/** A file with as many bookings under other ids, to be loaded beside the first; made if it is not there. */
export async function moreBookings(bookings: number, progress: (text: string) => void): Promise<string> {
  const file = join(DATA_FOLDER, `more-${bookings}`, 'bookings 2.csv');
  if (existsSync(file)) return file;
  progress('Making a second file of bookings');
  mkdirSync(dirname(file), { recursive: true });
  const from = join(dataFor(bookings, progress), 'bookings.csv');
  await changeLines(from, `${file}.unfinished`, (line, number) => (number === 0 ? line : `2-${line}`));
  renameSync(`${file}.unfinished`, file);
  return file;
}

async function spoil(from: string, to: string): Promise<void> {
  let amount = -1;
  await changeLines(from, to, (line, number) => {
    const cells = line.split(',');
    if (number === 0) amount = cells.indexOf('booking_amount');
    else if (number % EVERY === 0) cells[amount] = quoted(SPOILT[(number / EVERY) % SPOILT.length] ?? '');
    return cells.join(',');
  });
}

function quoted(text: string): string {
  return text.includes(',') ? `"${text}"` : text;
}
