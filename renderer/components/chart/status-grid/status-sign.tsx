import { Check, CircleX, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { Status } from './status-words.ts';

const SIGNS: Readonly<Record<Status, LucideIcon>> = { ok: Check, warn: TriangleAlert, fail: CircleX };

/** What says a status where its colour is not seen. */
export function StatusSign({ status }: { readonly status: Status }) {
  const Sign = SIGNS[status];
  return <Sign size={14} aria-hidden="true" />;
}
