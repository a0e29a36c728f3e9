import { protocol } from 'electron';

/** Where the page comes from: files of the app, under a name of its own, never `file:`. */
export const APP_SCHEME = 'app';
export const APP_HOST = 'muster';
export const APP_PAGE = `${APP_SCHEME}://${APP_HOST}/index.html`;

/** Makes the scheme one like https; to be called before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Whether an address is one of the app's own pages. */
export function isOwnPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  // The origin of an address of an own scheme is opaque to Node.
  const { protocol: scheme, host } = new URL(address);
  return scheme === `${APP_SCHEME}:` && host === APP_HOST;
}
