import { type RefObject, useEffect, useRef } from 'react';

/** Puts the focus on a button when something has become so: what had it before is gone. */
export function useFocusWhen(isSo: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isSo) button.current?.focus();
  }, [isSo]);
  return button;
}
