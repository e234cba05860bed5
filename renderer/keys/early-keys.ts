import { isCovered, isPaid, isUndecided, type Screen } from '../screen.ts';
import type { Workstation } from '../workstation.ts';
import { drop } from './held-keys.ts';

/** A person needs this long to see what has come up, ms: a key pressed earlier was meant for what stood there before. */
const QUESTION_MS = 300;
/** Whoever ends a digit with Enter has answered, and asks for nothing more. */
const ANSWERED_MS = 500;
/** The change is read before an Enter may take it away. */
const PAID_MS = 1500;
/** A second Enter behind a typed card must not say that its photograph was compared. */
const CARD_MS = 700;
/** A third Enter in a row must not pay what the second one only opened. */
const PAYMENT_MS = 700;

type Press = Pick<KeyboardEvent, 'key' | 'timeStamp'>;

/** Knows since when the screen shows what it shows, and so which keys come too early for it. Times: ms on the clock of the keys. */
export class EarlyKeys {
  #screen: Screen | null = null;
  #questionAt = Number.NEGATIVE_INFINITY;
  #answeredAt = Number.NEGATIVE_INFINITY;
  #paidAt = Number.NEGATIVE_INFINITY;
  #paymentAt = Number.NEGATIVE_INFINITY;
  #cardAt = Number.NEGATIVE_INFINITY;

  /** This is on the screen from `now` on. */
  shows(screen: Screen, now: number): void {
    const before = this.#screen;
    this.#screen = screen;
    if (questionOf(screen) !== questionOf(before)) this.#questionAt = now;
    if (questionOf(screen) === null && questionOf(before) !== null) this.#answeredAt = now;
    if (paidOf(screen) !== paidOf(before)) this.#paidAt = now;
    if (screen.dialog !== before?.dialog) this.#paymentAt = now;
    if (cardOf(screen) !== cardOf(before)) this.#cardAt = now;
  }

  /** True when nobody may hear of the key. Whoever pressed another key since a card was read has seen what came up. */
  isEarly({ key, timeStamp }: Press): boolean {
    const screen = this.#screen;
    if (!screen?.view || isUndecided(screen.view.sale.stage)) return false;
    if (screen.view.question) return timeStamp < this.#questionAt + QUESTION_MS;
    if (key !== 'Enter') {
      this.#cardAt = Number.NEGATIVE_INFINITY;
      return false;
    }
    if (timeStamp < this.#answeredAt + ANSWERED_MS && screen.typed.trim() === '') return true;
    if (screen.dialog?.kind === 'checkout') {
      return screen.dialog.byEnter === true && timeStamp < this.#paymentAt + PAYMENT_MS;
    }
    if (screen.place === 'benefits') {
      return !isCovered(screen) && cardOf(screen) !== null && timeStamp < this.#cardAt + CARD_MS;
    }
    const seesPaid = screen.place === 'sale' && !isCovered(screen) && paidOf(screen) !== null;
    const leavesPaid = seesPaid && screen.typed.trim() === '';
    return leavesPaid && timeStamp < this.#paidAt + PAID_MS;
  }
}

function questionOf(screen: Screen | null): number | null {
  return screen?.view?.question?.id ?? null;
}

/** The card whose photograph is to be compared now. */
function cardOf(screen: Screen | null): string | null {
  const benefits = screen?.view?.benefits;
  if (!benefits || benefits.checking || benefits.cases.some(({ stage }) => stage === 'found')) return null;
  return benefits.card;
}

/** Number of the paid receipt that is shown. */
function paidOf(screen: Screen | null): number | null {
  const sale = screen?.view?.sale;
  return sale && isPaid(sale.stage) ? sale.number : null;
}

/** Nobody hears of keys that come too early. Called before others listen, and after the scanner that types. */
export function dropEarlyKeys({ screen }: Workstation): void {
  const keys = new EarlyKeys();
  screen.subscribe((now) => keys.shows(now, performance.now()));
  window.addEventListener('keydown', (event) => keys.isEarly(event) && drop(event), { capture: true });
}
