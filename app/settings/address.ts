import { z } from 'zod';
import { as } from './profile-fault.ts';

const THIS_MACHINE = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * Where a service is: https, and in the clear only on this machine, where an emulator runs (ЕЦС regulation, 9.3). A user, a query or
 * an anchor has no place in it: each may hold a secret, and an address stands in messages.
 */
export const serviceAddress = z
  .string()
  .trim()
  .pipe(z.url({ protocol: /^https?$/ }))
  .refine(isProtected, as('https-needed'))
  .refine(isBare, as('bare-address'))
  .transform((url) => url.replace(/\/+$/, ''));

/** A file of certificates, PEM or DER, whose roots are trusted beside those of the system. */
export const caFile = z.string().trim().min(1).max(1_000).optional();

function isProtected(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || THIS_MACHINE.includes(hostname);
}

function isBare(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { username, password, search, hash } = new URL(url);
  return `${username}${password}${search}${hash}` === '' && !/[?#@]/.test(url);
}
