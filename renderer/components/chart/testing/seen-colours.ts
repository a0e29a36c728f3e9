type Triple = readonly [number, number, number];

/** The window's grounds, as the theme has them. */
export const GROUNDS = { light: '#ffffff', dark: '#17191c' } as const;
export const SCHEMES = ['light', 'dark'] as const;

/** How the linear red, green and blue of a colour look to eyes that lack one of them (Machado and others, 2009). */
export const EYES: Readonly<Record<string, readonly [Triple, Triple, Triple]>> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  'no green': [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  'no red': [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  'no blue': [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** The contrast of two colours, from 1 to 21, as WCAG has it. */
export function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** How far apart two colours look to eyes of a kind, in OKLab. */
export function distance(one: string, other: string, eyes: string): number {
  const [a, b] = [seen(one, eyes), seen(other, eyes)];
  return Math.hypot(...a.map((value, index) => value - (b[index] ?? 0)));
}

/** How a colour looks to eyes of a kind, in OKLab: lightness from 0 to 1, then green to red, then blue to yellow. */
export function seen(hex: string, eyes: string): readonly number[] {
  return oklab(times(EYES[eyes] ?? [], linear(hex)));
}

function linear(hex: string): Triple {
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
}

function luminance(hex: string): number {
  const [red, green, blue] = linear(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function times(rows: readonly Triple[], [x, y, z]: Triple): readonly number[] {
  return rows.map(([a, b, c]) => Math.max(0, a * x + b * y + c * z));
}

function oklab([red = 0, green = 0, blue = 0]: readonly number[]): readonly number[] {
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}
