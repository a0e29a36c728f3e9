/** The nonce that the host gave this page for its style elements; empty where it gave none. */
export function styleNonce(): string {
  const content = document.querySelector('meta[name="csp-nonce"]')?.getAttribute('content') ?? '';
  return content.startsWith('__') ? '' : content;
}
