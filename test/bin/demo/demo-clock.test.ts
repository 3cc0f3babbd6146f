import { describe, expect, test } from '@jest/globals';
import { createDemoClock } from '../../../src/bin/demo/demo-clock.ts';
import { asEpochMs } from '../../../src/domain/ids.ts';

function clockAt(start: number) {
  const real = { at: start, now: () => asEpochMs(real.at) };
  return { real, clock: createDemoClock(real) };
}

describe('the clock of a demonstration', () => {
  test('starts in the past when it is moved there first, and goes on from there', () => {
    const { real, clock } = clockAt(1_000);
    clock.moveTo(asEpochMs(400));
    expect(clock.now()).toBe(400);
    real.at += 50;
    expect(clock.now()).toBe(450);
  });

  test('never moves back, and never past the real time', () => {
    const { clock } = clockAt(1_000);
    clock.moveTo(asEpochMs(400));
    expect(clock.now()).toBe(400);
    clock.moveTo(asEpochMs(300));
    expect(clock.now()).toBe(400);
    clock.moveTo(asEpochMs(5_000));
    expect(clock.now()).toBe(1_000);
  });

  test('stays with the real time once it was asked, or has caught up', () => {
    const { clock } = clockAt(1_000);
    expect(clock.now()).toBe(1_000);
    clock.moveTo(asEpochMs(400));
    expect(clock.now()).toBe(1_000);
    const later = clockAt(1_000);
    later.clock.moveTo(asEpochMs(400));
    later.clock.catchUp();
    expect(later.clock.now()).toBe(1_000);
  });
});
