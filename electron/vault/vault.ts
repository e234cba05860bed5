import { type Problem, problem } from '../../app/domain/problem.ts';
import { fail, ok, type Result } from '../../app/domain/result.ts';
import { mayComeBack, type SecretLoss, type SecretSource } from '../../app/domain/secret-loss.ts';
import type { Clock } from '../../app/sale/ports.ts';
import type { ServiceKey } from '../lazy-loyalty.ts';
import type { Log } from '../log.ts';
import { conceal } from '../masked.ts';
import type { Keychain } from './keychain.ts';
import { addSealed, readSealed } from './sealed-file.ts';

/** Whose secret it is. That of the journal seals PINs of certificates: without it they are asked for again. */
export type SecretOwner = 'maxbonus' | 'ecs' | 'journal';

/** A secret that the till needs. */
export type WantedSecret = {
  readonly owner: SecretOwner;
  /** The service, and the participant, that it belongs to. */
  readonly name: string;
  /** The secret itself, where the profile brings it. */
  readonly given: string | null;
  /** It came just now, and the keychain does not have it. */
  readonly isNew: boolean;
};

type Entry = {
  readonly owner: SecretOwner;
  readonly name: string;
  secret: Result<string, SecretLoss>;
  /** Why the keychain does not have what it should; `null` while it has. */
  unkept: SecretLoss | null;
};

type VaultParts = {
  readonly file: string;
  readonly keychain: Keychain;
  readonly clock: Clock;
  readonly log: Log;
};

type VaultListeners = {
  /** What is at hand, or why it is not, is another thing than before. */
  changed(owner: SecretOwner, secret: Result<string, SecretLoss>): void;
  /** To be told once. */
  warn(told: Problem): void;
};

/** A keychain that is unlocked answers far sooner. */
export const PATIENCE_MS = 5_000;
/** What the start of the program may wait. */
const SOON_MS = 2_000;
/** How often it is looked whether somebody has unlocked the keychain. */
export const LOOK_AGAIN_MS = 30_000;

const NAMES = { maxbonus: 'MaxBonus', ecs: 'ЕЦС', journal: '' } as const satisfies Record<SecretOwner, string>;

/**
 * The secrets of the outlet, sealed by the system's keychain in a file beside the journal. The keychain is asked beside the till's work;
 * what it gives is there for the next request. Where it gives nothing a secret lives in memory; it is never written in the clear.
 */
export class Vault {
  readonly #parts: VaultParts;
  readonly #entries: readonly Entry[];
  #listeners: VaultListeners | null = null;
  /** What was to be told before somebody listened. */
  readonly #untold: Problem[] = [];
  #round: AbortController | null = null;
  #answered: Promise<unknown> = Promise.resolve();
  #stopLooking: () => void = () => {};
  #isStopped = false;

  constructor(parts: VaultParts, wanted: readonly WantedSecret[]) {
    this.#parts = parts;
    for (const { given } of wanted) conceal(given ?? undefined);
    this.#entries = wanted.map(({ owner, name, given, isNew }) => ({
      owner,
      name,
      secret: given === null ? fail('waiting') : ok(given),
      unkept: given !== null && isNew ? 'waiting' : null,
    }));
  }

  /** The secret of a service as it is whenever it is asked for. */
  source(owner: SecretOwner): SecretSource {
    return () => this.#entries.find((entry) => entry.owner === owner)?.secret ?? fail('never-kept');
  }

  /** The same for a request, which waits for the keychain: not longer than one that is unlocked takes. */
  key(owner: SecretOwner): ServiceKey {
    return {
      source: this.source(owner),
      settled: async () => {
        await this.#answered;
      },
    };
  }

  /** Waits for a secret that the keychain was asked for, as long as a start may take. */
  async soon(owner: SecretOwner): Promise<void> {
    const secret = this.source(owner)();
    if (secret.ok || secret.error !== 'waiting') return;
    let callOff = (): void => {};
    const late = new Promise<void>((resolve) => {
      callOff = this.#parts.clock.after(SOON_MS, resolve);
    });
    await Promise.race([this.#answered, late]);
    callOff();
  }

  /** Tells how each secret is now, and from now on what becomes of it. */
  listen(listeners: VaultListeners): void {
    this.#listeners = listeners;
    for (const { owner, secret } of this.#entries) listeners.changed(owner, secret);
    for (const told of this.#untold.splice(0)) listeners.warn(told);
  }

  /** A secret that the program made itself; the keychain is given it beside the till's work. */
  keep(owner: SecretOwner, secret: string): void {
    const entry = this.#entries.find((one) => one.owner === owner);
    if (!entry) return;
    this.#settle(entry, { secret: ok(secret), unkept: 'waiting' });
    this.readAgain();
  }

  /** Asks the keychain, anew where it was asked before; returns at once. */
  readAgain(): void {
    this.#stopLooking();
    this.#round?.abort();
    if (this.#isStopped || !this.#entries.some(isUnsettled)) return;
    const round = new AbortController();
    this.#round = round;
    for (const entry of this.#entries) this.#settle(entry, waitingAgain(entry));
    this.#answered = Promise.race([this.#end(round), this.#patience(round)]);
  }

  async #end(round: AbortController): Promise<void> {
    try {
      await this.#ask(round.signal);
    } catch (error) {
      this.#parts.log.error('secrets', { error: String(error) });
    }
    this.#lose(round);
  }

  #patience(round: AbortController): Promise<void> {
    return new Promise((resolve) => {
      const end = this.#parts.clock.after(PATIENCE_MS, () => {
        this.#lose(round);
        resolve();
      });
      round.signal.addEventListener('abort', () => {
        end();
        resolve();
      });
    });
  }

  stop(): void {
    this.#isStopped = true;
    this.#stopLooking();
    this.#round?.abort();
  }

  /** What a person has to know for as long as it holds: which secrets are not at hand, or not kept, and why. */
  notice(): Problem | null {
    const ofServices = this.#entries.filter(isOfService);
    const unread = ofServices.filter(({ secret }) => !secret.ok && secret.error !== 'waiting');
    const [first] = unread;
    if (first && !first.secret.ok) {
      const services = unread.map(({ owner }) => NAMES[owner]).join(', ');
      return problem('secret-unread', { loss: first.secret.error, services });
    }
    const unkept = ofServices.find((entry) => entry.unkept === 'locked')?.unkept;
    return unkept ? problem('secret-not-kept', { loss: unkept }) : null;
  }

  async #ask(stop: AbortSignal): Promise<void> {
    const unread = this.#entries.filter(({ secret }) => !secret.ok);
    if (unread.length > 0) await this.#read(unread, stop);
    const unkept = this.#entries.filter((entry) => entry.unkept !== null);
    if (unkept.length > 0 && !stop.aborted) await this.#keep(unkept, stop);
  }

  async #read(entries: readonly Entry[], stop: AbortSignal): Promise<void> {
    const { file, keychain } = this.#parts;
    const lost = (loss: SecretLoss, which = entries): void => {
      for (const entry of which) this.#settle(entry, { ...entry, secret: fail(loss) });
    };
    const stored = readSealed(file);
    if (!stored.ok) return lost(stored.error);
    const { backend, secrets } = stored.value;
    const kept = entries.filter(({ name }) => secrets[name] !== undefined);
    lost(
      'never-kept',
      entries.filter(({ name }) => secrets[name] === undefined),
    );
    if (kept.length === 0) return;
    const texts = kept.map(({ name }) => secrets[name] ?? '');
    const opened = await keychain.open({ backend, texts }, stop);
    if (stop.aborted) return;
    if (!opened.ok) return lost(opened.error, kept);
    for (const [index, entry] of kept.entries()) {
      const text = opened.value[index] ?? null;
      const isWhole = text !== null && isSecret(text);
      if (isWhole) conceal(text);
      this.#settle(entry, { ...entry, secret: isWhole ? ok(text) : fail('undecryptable') });
    }
  }

  async #keep(entries: readonly Entry[], stop: AbortSignal): Promise<void> {
    const { file, keychain } = this.#parts;
    const end = (unkept: SecretLoss | null): void => {
      for (const entry of entries) this.#settle(entry, { ...entry, unkept });
      // A locked keychain is told of for as long as it is locked.
      const isTold = unkept !== null && !mayComeBack(unkept) && entries.some(isOfService);
      if (isTold) this.#warn(problem('secret-not-kept', { loss: unkept }));
    };
    const texts = entries.map(({ secret }) => (secret.ok ? secret.value : ''));
    const sealed = await keychain.seal(texts, stop);
    if (stop.aborted) return;
    if (!sealed.ok) return end(sealed.error);
    const { backend, texts: fresh } = sealed.value;
    const named = Object.fromEntries(entries.map(({ name }, index) => [name, fresh[index] ?? '']));
    end(addSealed(file, backend, named) ? null : 'not-written');
  }

  /** What the keychain has not given by now: whoever waits is told, the keychain is still waited for. */
  #lose(round: AbortController): void {
    if (round.signal.aborted) return;
    for (const entry of this.#entries) {
      const secret = !entry.secret.ok && entry.secret.error === 'waiting' ? fail<SecretLoss>('locked') : entry.secret;
      this.#settle(entry, { ...entry, secret, unkept: entry.unkept === 'waiting' ? 'locked' : entry.unkept });
    }
    this.#lookLater();
  }

  /** Whoever unlocks the keychain by another way than ours is not told of by anybody. */
  #lookLater(): void {
    this.#stopLooking();
    const isLocked = this.#entries.some(({ secret, unkept }) => unkept === 'locked' || isLockedAway(secret));
    if (this.#isStopped || !isLocked) return;
    this.#stopLooking = this.#parts.clock.after(LOOK_AGAIN_MS, () => void this.#look());
  }

  async #look(): Promise<void> {
    const round = this.#round;
    const isUnlocked = await this.#parts.keychain.isUnlocked().catch(() => false);
    if (this.#round !== round) return;
    if (isUnlocked) this.readAgain();
    else this.#lookLater();
  }

  #warn(told: Problem): void {
    if (this.#listeners) this.#listeners.warn(told);
    else this.#untold.push(told);
  }

  #settle(entry: Entry, { secret, unkept }: Pick<Entry, 'secret' | 'unkept'>): void {
    const before = told(entry);
    entry.secret = secret;
    entry.unkept = unkept;
    if (told(entry) === before) return;
    this.#parts.log.info('secrets', { service: entry.owner, state: told(entry) });
    this.#listeners?.changed(entry.owner, secret);
  }
}

function isOfService({ owner }: Entry): boolean {
  return owner !== 'journal';
}

function isUnsettled({ secret, unkept }: Entry): boolean {
  return !secret.ok || unkept !== null;
}

function isLockedAway(secret: Entry['secret']): boolean {
  return !secret.ok && secret.error === 'locked';
}

function waitingAgain({ secret, unkept }: Entry): Pick<Entry, 'secret' | 'unkept'> {
  return { secret: secret.ok ? secret : fail('waiting'), unkept: unkept && 'waiting' };
}

function told({ secret, unkept }: Entry): string {
  return secret.ok ? `ready${unkept ? `, not kept: ${unkept}` : ''}` : secret.error;
}

/** What a wrong key opens is no text; now and then nothing else tells. */
function isSecret(text: string): boolean {
  return text !== '' && !/[\p{Cc}\uFFFD]/u.test(text);
}
