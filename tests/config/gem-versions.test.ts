import { expect, test } from 'vitest';
import { compareVersions, isAsRequired } from '../../src/config/gem-versions.js';

test('versions are in RubyGems’ order', () => {
  const order = ['0.9', '1.0.a', '1.0.a.2', '1.0.b1', '1.0.rc2', '1.0', '1.0.1', '1.9', '1.10', '2'];
  expect([...order].reverse().sort(compareVersions)).toEqual(order);
  expect(compareVersions('1.0', '1')).toBe(0);
});

/** As `Gem::Requirement#satisfied_by?` takes them, and Bundler those before a release. */
test.each([
  ['~> 2.5', '2.5 2.5.1 2.9', '2.4.9 3.0 3.0.rc1'],
  ['~> 2.5.1', '2.5.1 2.5.9', '2.6 2.5.0'],
  ['~> 2', '2.0 2.9.9', '3 1.9'],
  ['~> 2.0.pre', '2.0.pre 2.0 2.1.rc 2.5', '3.0.a 3.0 1.9'],
  ['>= 1.2, < 2', '1.2 1.99', '2 1.1 1.9.rc1'],
  ['!= 1.3', '1.2 1.3.1', '1.3 1.3.0'],
  ['1.3', '1.3 1.3.0', '1.3.1'],
  ['> 1, <= 2', '1.0.1 2.0', '1 2.0.1'],
  ['', '1 2', '1.pre'],
])('%s takes %s, and not %s', (requirement, taken, left) => {
  const requirements = requirement === '' ? [] : requirement.split(', ');
  const isTaken = (version: string): boolean => isAsRequired(version, requirements);
  expect(taken.split(' ').filter(isTaken)).toEqual(taken.split(' '));
  expect(left.split(' ').filter(isTaken)).toEqual([]);
});
