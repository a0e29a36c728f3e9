import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { BOOKINGS } from '../../support/small-input.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** The path of a file of so many bookings, large enough to be seen, and stopped, while it is read. */
export async function manyBookings(count: number): Promise<string> {
  const path = join(tempFolder(), 'bookings 2026.csv');
  const file = createWriteStream(path);
  file.write(`${BOOKINGS}\n`);
  for (let from = 0; from < count; from += 10_000) {
    const part = Array.from(
      { length: 10_000 },
      (_, n) => `M${from + n},${n},2026-10-01,7.50,COMPLETED,Cruise,web\n`,
    );
    if (!file.write(part.join(''))) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
  return path;
}
