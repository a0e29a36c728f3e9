const SVG = 'http://www.w3.org/2000/svg';

/**
 * A table as a drawing, all of it, however far it is scrolled: the grounds of its cells and marks, their signs and their lines of text,
 * with the colours and the places that they have on screen.
 */
export function tablePicture(table: HTMLTableElement): SVGSVGElement {
  const around = table.parentElement;
  const scrolled = { left: around?.scrollLeft ?? 0, top: around?.scrollTop ?? 0 };
  // Names that stay in sight stand elsewhere while the table is scrolled.
  around?.scrollTo({ left: 0, top: 0 });
  const whole = table.getBoundingClientRect();
  const svg = drawn('svg', { width: whole.width, height: whole.height });
  const place = ({ left, top }: DOMRect) => ({ x: left - whole.left, y: top - whole.top });
  for (const mark of table.querySelectorAll('[data-status]')) {
    const box = mark.getBoundingClientRect();
    const look = getComputedStyle(mark);
    const [fill, stroke] = [look.backgroundColor, look.borderTopColor];
    svg.append(drawn('rect', { ...place(box), width: box.width, height: box.height, rx: 4, fill, stroke }));
  }
  for (const sign of table.querySelectorAll('svg')) {
    const box = sign.getBoundingClientRect();
    const copy = sign.cloneNode(true) as SVGSVGElement;
    const { color } = getComputedStyle(sign);
    for (const [name, value] of Object.entries({
      ...place(box),
      width: box.width,
      height: box.height,
      color,
    }))
      copy.setAttribute(name, String(value));
    svg.append(copy);
  }
  for (const { text, box, look } of linesOf(table)) {
    const { x, y } = place(box);
    const font = { 'font-size': look.fontSize, 'font-weight': look.fontWeight, fill: look.color };
    const line = drawn('text', { x, y: y + box.height / 2, dy: '0.35em', ...font });
    line.textContent = text;
    svg.append(line);
  }
  around?.scrollTo(scrolled);
  return svg;
}

function drawn<Name extends keyof SVGElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Name] {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  return element;
}

interface Line {
  readonly text: string;
  readonly box: DOMRect;
  readonly look: CSSStyleDeclaration;
}

/** The lines into which the texts of an element are broken on screen. */
function linesOf(element: Element): readonly Line[] {
  const lines: Line[] = [];
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    if (node.parentElement) lines.push(...linesOfText(node, getComputedStyle(node.parentElement)));
  }
  return lines;
}

function linesOfText(node: Node, look: CSSStyleDeclaration): readonly Line[] {
  const text = node.textContent ?? '';
  const range = document.createRange();
  const lines: { start: number; end: number; box: DOMRect }[] = [];
  for (let at = 0; at < text.length; at++) {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const box = range.getBoundingClientRect();
    if (box.width === 0) continue;
    const line = lines.at(-1);
    if (line && Math.abs(line.box.top - box.top) < 1) line.end = at + 1;
    else lines.push({ start: at, end: at + 1, box });
  }
  return lines.map(({ start, end, box }) => ({ text: text.slice(start, end), box, look }));
}
