import type { Kopecks } from './money.ts';

/** The loyalty customer of an open receipt. No phone number: only its last digits leave the gateway. */
export type Customer = {
  /** The service's token for this customer; secret, forgotten once the receipt is written. */
  readonly token: string;
  /** First name, patronymic and the initial of the family name; empty when the service names nobody. */
  readonly name: string;
  readonly phoneEnding: string;
  /** Below zero after goods were returned whose bonuses are spent. */
  readonly balance: Kopecks;
  readonly hasChatBot: boolean;
  /** Bonuses are taken off only after the PIN of an SMS was confirmed. */
  readonly pinRequired: boolean;
};
