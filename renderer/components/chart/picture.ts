/** What of a drawing's look comes from the page's styles, and has to stand in the picture itself. */
const LOOK = [
  ...['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-opacity', 'fill-opacity', 'opacity'],
  ...['font-family', 'font-size', 'font-weight', 'text-anchor'],
];
/** Space around the drawing and the height of its title, in pixels. */
const MARGIN = 16;
const TITLE = 28;
/** Pixels of a PNG for one of the screen. */
const SHARPNESS = 2;

/** A drawing as an SVG document of its own: its title over it, its colours as they are on screen, on the window's ground. */
export function svgPicture(svg: SVGSVGElement, title: string, legend: readonly LegendEntry[]): string {
  const { width, height } = svg.getBoundingClientRect();
  const copy = svg.cloneNode(true) as SVGSVGElement;
  copyLook(svg, copy);
  const page = getComputedStyle(document.documentElement);
  const [ground, ink] = [page.getPropertyValue('--muster-window'), page.getPropertyValue('--muster-text')];
  const font = getComputedStyle(document.body).fontFamily.replaceAll('"', "'");
  const rows = legendRows(legend, width);
  const top = MARGIN + TITLE + rows.length * 20;
  copy.setAttribute('x', String(MARGIN));
  copy.setAttribute('y', String(top));
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  const [wide, high] = [Math.ceil(width + 2 * MARGIN), Math.ceil(height + top + MARGIN)];
  const entries = rows.flatMap((row, index) =>
    row.map(({ x, label, colour }) => {
      const y = MARGIN + TITLE + index * 20;
      return `<rect x="${x}" y="${y}" width="12" height="12" rx="3" fill="${colour}"/><text x="${x + 18}" y="${y + 10}" font-size="12" fill="${ink}">${escaped(label)}</text>`;
    }),
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${high}" viewBox="0 0 ${wide} ${high}" font-family="${font}"><title>${escaped(title)}</title><rect width="100%" height="100%" fill="${ground}"/><text x="${MARGIN}" y="${MARGIN + 14}" font-size="15" font-weight="600" fill="${ink}">${escaped(title)}</text>${entries.join('')}${new XMLSerializer().serializeToString(copy)}</svg>`;
}

/** What a picture says of one colour. */
export interface LegendEntry {
  readonly label: string;
  readonly colour: string;
}

/** An SVG document as PNG, two pixels for each of the screen. Rejects when the browser cannot draw it. */
export async function pngPicture(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * SHARPNESS;
    canvas.height = image.naturalHeight * SHARPNESS;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    const { promise, resolve } = Promise.withResolvers<Blob | null>();
    canvas.toBlob(resolve, 'image/png');
    const blob = await promise;
    if (!blob) throw new Error('The picture could not be drawn.');
    return blob;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function copyLook(from: Element, to: Element): void {
  const look = getComputedStyle(from);
  // As attributes: the page's policy lets no styles be written into elements, nor into pictures of them.
  to.removeAttribute('style');
  for (const name of LOOK) to.setAttribute(name, look.getPropertyValue(name));
  for (const name of ['class', 'tabindex', 'role', 'aria-label', 'aria-hidden', 'data-mark', 'data-cell'])
    to.removeAttribute(name);
  const children = [...to.children];
  for (const [index, child] of [...from.children].entries()) {
    const twin = children[index];
    if (twin) copyLook(child, twin);
  }
}

function legendRows(legend: readonly LegendEntry[], width: number) {
  const rows: (LegendEntry & { readonly x: number })[][] = [];
  let x = MARGIN;
  for (const entry of legend) {
    const space = 18 + entry.label.length * 6.6 + 16;
    if (rows.length === 0 || x + space > width + MARGIN) {
      rows.push([]);
      x = MARGIN;
    }
    rows.at(-1)?.push({ ...entry, x });
    x += space;
  }
  return rows;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
