import { parsePhone } from '../../domain/phone-reader.ts';
import type { Shop, TrainingCustomer } from './model.ts';
import type { RegisterBody } from './requests.ts';

/** A customer who has just come, whether by questionnaire or by card. */
const NEWCOMER = { balance: 0, accrualPercent: 5, hasChatBot: false } as const;

/** The customers of the service: those of the training shop and those who came since. */
export class Accounts {
  readonly #customers: TrainingCustomer[];
  readonly #blankCards: Set<string>;

  constructor(shop: Pick<Shop, 'customers' | 'blankCards'>) {
    this.#customers = [...shop.customers];
    this.#blankCards = new Set(shop.blankCards);
  }

  get all(): readonly TrainingCustomer[] {
    return this.#customers;
  }

  byPhone(phone: string): TrainingCustomer | undefined {
    return this.#customers.find((customer) => customer.phone === phone);
  }

  /** By QR, short code or card; showing a card that nobody has yet opens its account (manual, scenario 1.Б). */
  byCode(text: string): TrainingCustomer | undefined {
    const shown = text.trim();
    const known = this.#customers.find(({ card, qr, shortCode }) => [card, qr, shortCode].includes(shown));
    if (known || !this.#blankCards.has(shown)) return known;
    const nameless = { phone: '', firstName: '', patronymic: '', familyName: '' };
    return this.#add({ ...NEWCOMER, ...nameless, card: shown, needsPin: false });
  }

  register(phone: string, { first_name, middle_name, last_name }: RegisterBody): TrainingCustomer {
    const names = { firstName: first_name, patronymic: middle_name, familyName: last_name };
    return this.#add({ ...NEWCOMER, ...names, phone, needsPin: true });
  }

  #add(customer: TrainingCustomer): TrainingCustomer {
    this.#customers.push(customer);
    return customer;
  }
}

/** What the books know a customer by: the phone, or the card of one without. */
export function accountOf({ phone, card = '' }: TrainingCustomer): string {
  return phone || card;
}

/** A phone in any spelling; digits too many for a Russian one are taken for one with another country's code. */
export function phoneOf(text: string): string | null {
  return parsePhone(text, 'RU') ?? parsePhone(`+${text.trim()}`, 'RU');
}
