/** An SMS as it would have gone out; `pin` is `null` for one without. `at` is epoch ms. */
export type Sms = { readonly phone: string; readonly pin: string | null; readonly text: string; readonly at: number };

/** The SMS of the service, which a trainer reads instead of a telephone. */
export class SmsGate {
  readonly #now: () => number;
  readonly #sent: Sms[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Oldest first. */
  get sent(): readonly Sms[] {
    return this.#sent;
  }

  send(phone: string, text: string, pin: string | null = null): void {
    this.#sent.push({ phone, pin, text, at: this.#now() });
  }
}
