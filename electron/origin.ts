import { PREPARING } from '../app/contract/preparation.ts';

/** The window's own origin. A protocol of our own instead of file://, so that the origin means something. */
export const SCHEME = 'app';
export const HOST = 'workstation';
export const START_URL = `${SCHEME}://${HOST}/index.html`;
/** The same page before there is a till. */
export const PREPARATION_URL = `${START_URL}?${PREPARING}`;

/** True for a URL of our own origin; anything that is no URL is not. */
export function isOwnUrl(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === `${SCHEME}:` && url.host === HOST;
}

/** True for the one page that our window shows. */
export function isOwnPage(text: string): boolean {
  return isOwnUrl(text) && new URL(text).pathname === new URL(START_URL).pathname;
}
