/** A check that passes or fails as a whole: all its commands end with 0. */
export type Check = {
  readonly title: string;
  readonly commands: readonly (readonly string[])[];
  readonly mend: string;
};

const ROOMS = ['app', 'electron', 'native', 'printing', 'renderer', 'e2e', 'tools', 'docs'];

export const types: Check = {
  title: 'types',
  commands: [
    ['tsc', '-p', '.'],
    ['tsc', '-p', 'renderer'],
    ['tsc', '-p', 'e2e'],
  ],
  mend: 'npm run types shows them again',
};

export const lint: Check = {
  title: 'lint and format',
  commands: [['biome', 'check', '--error-on-warnings', '.']],
  mend: 'npm run lint -- --write mends most of it',
};

export const layers: Check = {
  title: 'layers',
  commands: [['depcruise', '--config', '.dependency-cruiser.cjs', ...ROOMS]],
  mend: 'the rules and their reasons stand in .dependency-cruiser.cjs',
};

export const deadCode: Check = {
  title: 'dead code',
  commands: [['knip']],
  mend: 'remove what nobody uses',
};
