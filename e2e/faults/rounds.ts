import { createRandom, type Random } from '../../app/training/random.ts';

/** How often and from which seed the suite works: `npm run faults -- --rounds 1000 --seed 7`. */
export const ROUNDS = Number(process.env['FAULT_ROUNDS'] ?? 200);
const SEED = Number(process.env['FAULT_SEED'] ?? Date.now() % 1_000_000);

/** Another stream of numbers for each test, all of them from the one seed. */
export function randomFor(test: string): Random {
  const salt = [...test].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) | 0, SEED);
  process.stdout.write(`${test}: seed ${SEED}\n`);
  return createRandom(salt);
}
