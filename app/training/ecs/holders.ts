import type { TrainingHolder } from './model.ts';
import type { CheckBody } from './requests.ts';
import { monthOf } from './yakutsk.ts';

type Named = Pick<CheckBody, 'clientCode' | 'clientSnils' | 'cardNumber' | 'cardSeries'>;

/** A holder, and whether the card that was shown is good. */
export type Shown = { readonly holder: TrainingHolder; readonly active: boolean };

const NO_CARD = { number: null, series: null, expires: '' };

/** Holders by whatever they are named by. */
export class Holders {
  readonly #holders: readonly TrainingHolder[];
  readonly #now: () => number;

  constructor(holders: readonly TrainingHolder[], now: () => number) {
    this.#holders = holders;
    this.#now = now;
  }

  find(named: Named): Shown | undefined {
    if (named.clientCode !== undefined) return this.#byCode(named.clientCode);
    if (named.clientSnils !== undefined) return this.#bySnils(named.clientSnils);
    return this.#bySocialCard(named);
  }

  #byCode(clientCode: string): Shown | undefined {
    for (const holder of this.#holders) {
      const plastic = holder.plastics.find(({ number }) => holder.code + number === clientCode);
      if (plastic) return { holder, active: !plastic.blocked && this.#isGood(plastic.expires) };
    }
    return undefined;
  }

  #bySnils(snils: string): Shown | undefined {
    const holder = this.#holders.find((one) => one.snils === snils);
    const active = holder?.plastics.some(({ blocked, expires }) => !blocked && this.#isGood(expires)) ?? false;
    return holder && { holder, active };
  }

  #bySocialCard({ cardNumber, cardSeries }: Named): Shown | undefined {
    for (const holder of this.#holders) {
      const { number, series, expires } = holder.socialCard ?? NO_CARD;
      if (number === cardNumber && series === cardSeries) return { holder, active: this.#isGood(expires) };
    }
    return undefined;
  }

  #isGood(expires: string): boolean {
    return monthOf(this.#now()) <= expires;
  }
}
