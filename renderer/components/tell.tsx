import { notifications } from '@mantine/notifications';
import { asProblem } from '../api/problem.ts';

/** Says in a corner that something was done. */
export function tell(sentence: string): void {
  notifications.show({ message: sentence, autoClose: 5000, withBorder: true, color: 'accent' });
}

/** Says in a corner that something did not work, and what to do; stays until it is closed. */
export function tellProblem(error: unknown): void {
  const { message, nextStep } = asProblem(error);
  notifications.show({ title: message, message: nextStep, autoClose: false, withBorder: true, color: 'red' });
}
