/** The time that decoders measure silence by; tests own it. */
export type ScanClock = {
  /** Milliseconds from any start, never going back. */
  now(): number;
  /** Calls back once after `delayMs`; gives how to call it off. */
  schedule(callback: () => void, delayMs: number): () => void;
};

export const scanClock: ScanClock = {
  now: () => performance.now(),
  schedule(callback, delayMs) {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};
