import { randomInt } from 'node:crypto';

/** A whole number from 0 up to, without, `below`. */
export type Random = (below: number) => number;

/** Numbers nobody can foresee or, from a seed, the same in every run (mulberry32). */
export function createRandom(seed?: number): Random {
  if (seed === undefined) return (below) => randomInt(below);
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export function randomText(random: Random, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(random(alphabet.length))).join('');
}

export const DIGITS = '0123456789';
export const HEX = '0123456789abcdef';
