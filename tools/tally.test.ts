import { expect, test } from 'vitest';
import { sum, tallyOfPlaywright, tallyOfTap, tallyOfVitest } from './tally.ts';

const passed = { fullName: 'money adds up', status: 'passed' };
const failed = { fullName: 'money is not lost', status: 'failed' };
const file = { name: '/project/app/money.test.ts', status: 'passed', message: '', assertionResults: [passed] };
const vitest = (...testResults: object[]) => tallyOfVitest(JSON.stringify({ testResults }), '/project');

test('unit tests are counted one by one', () => {
  expect(vitest({ ...file, status: 'failed', assertionResults: [passed, passed, failed] })).toEqual({
    passed: 2,
    failures: ['app/money.test.ts: money is not lost'],
  });
});

test('a test file that could not be run is a failure', () => {
  const broken = { ...file, status: 'failed', message: 'SyntaxError: here\n  at line 1', assertionResults: [] };
  expect(vitest(file, broken)).toEqual({ passed: 1, failures: ['app/money.test.ts: SyntaxError: here'] });
});

test('a test file whose clean-up failed after its tests passed is a failure', () => {
  const broken = { ...file, status: 'failed', message: 'afterAll' };
  expect(vitest(broken)).toEqual({ passed: 1, failures: ['app/money.test.ts: afterAll'] });
});

test('a skipped test is neither passed nor failed', () => {
  expect(vitest({ ...file, assertionResults: [{ fullName: 'later', status: 'pending' }] })).toEqual({
    passed: 0,
    failures: [],
  });
});

const spec = (title: string, status: string) => ({ title, file: 'sale/cash.spec.ts', tests: [{ status }] });

test('end-to-end tests are counted at every depth', () => {
  const suites = [
    {
      specs: [spec('starts', 'expected')],
      suites: [{ specs: [spec('pays', 'unexpected'), spec('later', 'skipped')] }],
    },
  ];
  expect(tallyOfPlaywright(JSON.stringify({ suites, errors: [] }))).toEqual({
    passed: 1,
    failures: ['sale/cash.spec.ts: pays'],
    flaky: [],
  });
});

test('an end-to-end test that passes at the second try counts as passed and is named', () => {
  const report = { suites: [{ specs: [spec('pays', 'flaky'), spec('starts', 'expected')] }], errors: [] };
  expect(tallyOfPlaywright(JSON.stringify(report))).toEqual({
    passed: 2,
    failures: [],
    flaky: ['sale/cash.spec.ts: pays'],
  });
});

test('an error outside of the end-to-end tests is a failure', () => {
  const report = { suites: [], errors: [{ message: 'No tests found\nat all' }, {}] };
  expect(tallyOfPlaywright(JSON.stringify(report)).failures).toEqual([
    'No tests found',
    'an error outside of the tests',
  ]);
});

test('a report in TAP counts the outer tests and names those that failed, with what is told of them', () => {
  const report = [
    'TAP version 13',
    '# Subtest: a scan arrives',
    'ok 1 - a scan arrives',
    '  ---',
    '  duration_ms: 12',
    '  ...',
    '    ok 1 - an inner test',
    'not ok 2 - it comes back',
    '  ---',
    "  error: 'not in time'",
    '  ...',
    '1..2',
    '# tests 2',
  ].join('\n');
  expect(tallyOfTap(report)).toEqual({
    passed: 1,
    failures: ["it comes back\n  ---\n  error: 'not in time'\n  ..."],
  });
});

test('the last line sums up', () => {
  expect(sum([])).toBe('0 passed, 0 failed');
  expect(
    sum([
      { passed: 412, failures: [] },
      { passed: 30, failures: ['a', 'b'] },
    ]),
  ).toBe('442 passed, 2 failed');
});
