import { type ComponentType, lazy } from 'react';
import { STEPS, type Step } from '../router/route.ts';

const FILES = import.meta.glob<Readonly<Record<string, ComponentType>>>('../screens/*/*-screen.tsx');

/** Each step's screen, fetched when it is first gone to. */
export const SCREENS = Object.fromEntries(STEPS.map((step) => [step, screenOf(step)])) as Readonly<
  Record<Step, ComponentType>
>;

/** `screens/funnel/funnel-screen.tsx` exports `FunnelScreen`. */
function screenOf(step: Step): ComponentType {
  return lazy(async () => {
    const exported = await FILES[`../screens/${step}/${step}-screen.tsx`]?.();
    const Screen = exported?.[`${step.charAt(0).toUpperCase()}${step.slice(1)}Screen`];
    if (!Screen) throw new Error(`The step ${step} has no screen.`);
    return { default: Screen };
  });
}
