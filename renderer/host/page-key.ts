import { KEY_FRAGMENT } from '../../electron/contract/web.ts';

const STORED = 'muster.key';

/** The key that the host put into the address, kept for reloads of this tab and taken from the address bar. */
export function pageKey(): string {
  const found = new RegExp(`^#${KEY_FRAGMENT}=([\\w-]+)$`).exec(location.hash)?.[1];
  if (!found) return sessionStorage.getItem(STORED) ?? '';
  sessionStorage.setItem(STORED, found);
  history.replaceState(null, '', '#/');
  return found;
}
