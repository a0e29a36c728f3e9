/** How large the user has text, against the usual: 2 for text at 200%. */
export function textScale(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16 || 1;
}
