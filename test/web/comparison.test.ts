import { expect, test } from '@jest/globals';
import { fieldOf } from '../../src/web/task/comparison.ts';

test.each([
  ['given_names', 'exact', 'given_names'],
  ['given_names', 'missing', 'given_names'],
  ['given_names', 'initials_equal', 'initials'],
  ['given_names', 'initials_partly', 'initials'],
  ['given_names', 'initial_only', 'initials'],
  ['given_names', 'initials_differ', 'initials'],
  ['further_names', 'initials', 'given_names'],
  ['particle', 'equal', 'surname'],
  ['calibration', 'applied', null],
])('the step %s.%s stands beside %s', (attribute, level, field) => {
  expect(fieldOf({ attribute, level })).toBe(field);
});
