import { relative } from 'node:path';
import { z } from 'zod';

/**
 * What came of a suite: how many tests passed, and the names of those that did not. `flaky` names tests that failed first and passed
 * when they were tried once more; they count as passed.
 */
export type Tally = {
  readonly passed: number;
  readonly failures: readonly string[];
  readonly flaky?: readonly string[];
};

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** Reads the report of `vitest --reporter=json`; a file that could not be run at all is one failure. */
export function tallyOfVitest(report: string, root: string): Tally {
  const files = vitestReport.parse(JSON.parse(report)).testResults;
  const tests = files.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status }) => ({ status, name: `${relative(root, name)}: ${fullName}` })),
  );
  const broken = files.filter(
    (file) => file.status === 'failed' && file.assertionResults.every(({ status }) => status !== 'failed'),
  );
  return {
    passed: tests.filter(({ status }) => status === 'passed').length,
    failures: [
      ...tests.flatMap(({ status, name }) => (status === 'failed' ? [name] : [])),
      ...broken.map(({ name, message }) => `${relative(root, name)}: ${message.split('\n')[0]}`),
    ],
  };
}

const playwrightSuite = z.object({
  specs: z.array(z.object({ title: z.string(), file: z.string(), tests: z.array(z.object({ status: z.string() })) })),
  get suites() {
    return z.array(playwrightSuite).optional();
  },
});
const playwrightReport = z.object({
  suites: z.array(playwrightSuite),
  errors: z.array(z.object({ message: z.string().optional() })),
});

/** Reads the report of `playwright test --reporter=json`; an error outside of the tests is one failure. */
export function tallyOfPlaywright(report: string): Tally {
  const { suites, errors } = playwrightReport.parse(JSON.parse(report));
  const tests = suites.flatMap(testsOf);
  return {
    passed: tests.filter(({ status }) => status === 'expected' || status === 'flaky').length,
    failures: [
      ...tests.flatMap(({ status, name }) => (status === 'unexpected' ? [name] : [])),
      ...errors.map(({ message }) => message?.split('\n')[0] ?? 'an error outside of the tests'),
    ],
    flaky: tests.flatMap(({ status, name }) => (status === 'flaky' ? [name] : [])),
  };
}

function testsOf({ specs, suites = [] }: z.infer<typeof playwrightSuite>): { status: string; name: string }[] {
  const own = specs.flatMap(({ title, file, tests }) =>
    tests.map(({ status }) => ({ status, name: `${file}: ${title}` })),
  );
  return [...own, ...suites.flatMap(testsOf)];
}

/** Reads a report in TAP, as Node's own test runner writes it; tests inside of tests count with the outer one. */
export function tallyOfTap(report: string): Tally {
  return {
    passed: [...report.matchAll(/^ok \d+ - /gm)].length,
    failures: [...report.matchAll(/^not ok \d+ - (.*(?:\n {2}.*)*)/gm)].map(([, told = '']) => told),
  };
}

/** The sum over all suites as the last line of `npm test` says it. */
export function sum(tallies: readonly Tally[]): string {
  const passed = tallies.reduce((count, tally) => count + tally.passed, 0);
  const failed = tallies.reduce((count, tally) => count + tally.failures.length, 0);
  return `${passed} passed, ${failed} failed`;
}
