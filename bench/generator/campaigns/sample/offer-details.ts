import { fileBytes, PLAIN } from '../../csv.ts';
import { createRandom, shuffled } from '../../random.ts';
import { inWindows1252 } from './windows-1252.ts';

const HEADER = ['detail_id', 'offer_id', 'parent_detail_id', 'title', 'price'];

/** Details that stand first, in this order: two roots of one offer, children alone, no detail at all for O-303. */
const FIRST = [
  ['D1001', 'O-101', '', 'Sölden, 3 nights', '349.00'],
  ['D1002', 'O-101', 'D1001', 'with breakfast', '389.00'],
  ['D1003', 'O-101', 'D1001', 'with "half board"', '429.005'],
  // A second root: it counts among the variants.
  ['D1004', 'O-101', '', 'Sölden, 5 nights', '549'],
  ['D1005', 'O-101', 'D1004', 'with breakfast', '599.5'],
  // Children whose parent belongs to another offer: O-302 has no root.
  ['D3021', 'O-302', 'D3011', 'with lounge', '59.00'],
  ['D3022', 'O-302', 'D3011', 'with driver', '159.00'],
  ['D3011', 'O-301', '', 'Zermatt,\r\nzwei Nächte', '899.995'],
  ['D9991', 'O-999', '', 'Offer that nobody knows', '1.00'],
];

/** The root of each other offer: offer, title, price. */
const ROOTS = [
  ['O-102', 'St. Moritz, 2 nights', '419.00'],
  ['O-103', 'Kitzbühel, suite', '1290.00'],
  ['O-104', 'Kitzbühel, suite (early)', '990.00'],
  ['O-105', 'Zell am See, one day only', '99.9'],
  ['O-106', 'Anywhere, voucher', ''],
  ['O-107', 'Zell am See, spring', '149.00'],
  ['O-201', 'Tegernsee, weekend', '129.00'],
  ['O-202', 'Bodensee, weekend', '139.1249'],
  ['O-203', 'Hostel week', '79.00'],
  ['O-204', 'Chiemsee, weekend', '119.00'],
  ['O-205', 'Ammersee, weekend', '109.00'],
  ['O-401', 'Frühlingskatalog', '0.00'],
  ['O-402', 'Frühlingskatalog, kurz', '0'],
  ['O-403', 'Catalogue for overseas', '4.5'],
  ['O-404', 'Frühlingskatalog, Silber', '0.00'],
  ['O-501', 'Sommer am See', '199.00'],
  ['O-901', 'Herbst, letzter Aufruf', '59.00'],
] as const;

const OPTIONS = ['with breakfast', 'with spa', 'mit Frühstück', 'für Familien', 'late check-out'] as const;

/** An id used before, decimals with a comma, no title and one cell too many. */
const REJECTED = [
  ['D1001', 'O-101', '', 'Sölden, 3 nights, corrected', '339.00'],
  ['D7001', 'O-201', 'D2010', 'mit Halbpension', '149,00'],
  ['D7002', 'O-201', 'D2010', '', '149.00'],
  ['D7003', 'O-202', 'D2020', 'Seeblick', '159.00', 'EUR'],
];

/** The file `offer_details.csv` of the sample: letters as Windows-1252 has them, a line end within quotes. */
export function offerDetailsFile(seed: number): Buffer {
  const random = createRandom(seed, 'offer details');
  const rows = ROOTS.flatMap(([offer, title, price]) => {
    const root = `D${offer.slice(2)}0`;
    const children = Array.from({ length: random.below(4) }, (_, index) => [
      `D${offer.slice(2)}${index + 1}`,
      offer,
      root,
      random.pick(OPTIONS),
      random.chance(0.2) ? '' : `${random.between(5, 90)}.00`,
    ]);
    return [[root, offer, '', title, price], ...children];
  });
  const lines = [HEADER, ...FIRST, ...shuffled(rows, random), ...REJECTED];
  return fileBytes(inWindows1252(lines, PLAIN.delimiter), PLAIN);
}
