/** The steps of a workspace, in order, with their names on screen. */
export const STEPS = [
  'files',
  'quarantine',
  'funnel',
  'audience',
  'trace',
  'insights',
  'runs',
  'queries',
] as const;

/** The screens beside the steps, where the recipe has them. */
export const BESIDE = ['audit'] as const;

/** A screen of a workspace. */
export type Step = (typeof STEPS)[number] | (typeof BESIDE)[number];

/** What of a screen stands in the address: names and values. */
export type Query = Readonly<Record<string, string>>;

export type Route =
  | { readonly kind: 'home' }
  | { readonly kind: 'workspace'; readonly workspace: string; readonly step: Step; readonly query: Query };

/** Reads an address such as `#/w/<path>/funnel?run=3`; what is none is the first screen. */
export function readRoute(hash: string): Route {
  const [path = '', search = ''] = hash.replace(/^#/, '').split('?', 2);
  const [, workspace, step] = /^\/w\/([^/]+)(?:\/([a-z]+))?$/.exec(path) ?? [];
  if (!workspace) return { kind: 'home' };
  return {
    kind: 'workspace',
    workspace: decode(workspace),
    step: [...STEPS, ...BESIDE].find((each) => each === step) ?? 'files',
    query: Object.fromEntries(new URLSearchParams(search)),
  };
}

/** The address of a route. */
export function writeRoute(route: Route): string {
  if (route.kind === 'home') return '#/';
  const search = new URLSearchParams(route.query).toString();
  return `#/w/${encodeURIComponent(route.workspace)}/${route.step}${search ? `?${search}` : ''}`;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
