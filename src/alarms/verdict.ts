import type { AlarmCode, AlarmToRaise } from '../domain/alarm.ts';
import type { TextParams } from '../domain/text-code.ts';

/** `happened`: just now, again or for the first time; `stands`: the cause is there; `over`: it is not. */
export type AlarmState = 'happened' | 'stands' | 'over';

/** What is known of one alarm, whether it is open or not. */
export interface AlarmVerdict {
  readonly alarm: AlarmToRaise;
  readonly state: AlarmState;
}

export function verdict(state: AlarmState, code: AlarmCode, about: string, params: TextParams = {}): AlarmVerdict {
  return { alarm: { code, about, params }, state };
}
