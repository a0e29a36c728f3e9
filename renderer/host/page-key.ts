import { KEY_FRAGMENT } from '../../electron/contract/web.ts';

const STORED = 'muster.key';
const IN_ADDRESS = new RegExp(`^#${KEY_FRAGMENT}=([\\w-]+)$`);

/** The key that the host put into the address, kept for reloads of this tab and taken from the address bar. */
export function pageKey(): string {
  // A host that was started again at the same port has a new key: its address, opened here, changes the fragment only.
  window.addEventListener('hashchange', () => {
    if (IN_ADDRESS.test(location.hash)) location.reload();
  });
  const found = IN_ADDRESS.exec(location.hash)?.[1];
  if (!found) return sessionStorage.getItem(STORED) ?? '';
  sessionStorage.setItem(STORED, found);
  history.replaceState(null, '', '#/');
  return found;
}
