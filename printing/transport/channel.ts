import type { Result } from '../../app/domain/result.ts';
import type { Trouble } from './trouble.ts';

/** An open way to a printer that carries bytes both ways, for one job. */
export type Channel = {
  /** How many bytes go at a time. */
  readonly chunkBytes: number;
  /** Settles when the system has taken the bytes, or after `withinMs` without success. */
  send(bytes: Uint8Array, withinMs: number): Promise<Result<void, Trouble>>;
  /** What the printer says from now on, and why it can be heard no longer. Called once, right after opening. */
  listen(listeners: ChannelListeners): void;
  /**
   * Lets what was sent go out and closes, after at most `withinMs`: what is then still on its way is taken back. Fails when the printer
   * did not take it all.
   */
  close(withinMs: number): Promise<Result<void, Trouble>>;
  /** Closes at once and takes back what has not left: it must not print by itself when the printer wakes up. */
  abort(): Promise<void>;
};

export type ChannelListeners = {
  heard(bytes: Uint8Array): void;
  /** The connection is gone without having been closed. */
  lost(trouble: Trouble): void;
};

export type OpenChannel = () => Promise<Result<Channel, Trouble>>;
