import { blocksFile } from './blocks.ts';
import { createClients } from './client.ts';
import { clientsFile } from './clients.ts';
import { contactHistoryFile } from './contact-history.ts';
import { exclusionsFile } from './exclusions.ts';
import { offerDetailsFile } from './offer-details.ts';
import { offersFile } from './offers.ts';
import { solutionsFile } from './solutions.ts';

/** The sample of campaign-targets: file names and their bytes. Three files hold configuration and are the same for every seed. */
export function campaignFiles(seed: number): ReadonlyMap<string, Buffer> {
  const clients = createClients(seed);
  return new Map([
    ['clients.csv', clientsFile(seed, clients)],
    ['solutions.csv', solutionsFile()],
    ['exclusions.csv', exclusionsFile()],
    ['offers.csv', offersFile()],
    ['offer_details.csv', offerDetailsFile(seed)],
    ['blocks.csv', blocksFile(seed, clients)],
    ['contact_history.csv', contactHistoryFile(seed, clients)],
  ]);
}
