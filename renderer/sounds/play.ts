import type { Workstation } from '../workstation.ts';
import { type Sound, soundOf } from './sound-of.ts';

/** Tones of each sound one after the other, Hz: told apart without looking, and low where something is wrong. */
const TONES: Readonly<Record<Sound, readonly number[]>> = {
  'not-sold': [330, 220, 330, 220],
  question: [660, 880],
  error: [220, 165],
  warning: [440, 440],
};
const TONE_S = 0.12;
/** A tone that begins or ends at once clicks. */
const FADE_S = 0.01;

/** Calls the cashier to what comes up on the screen, as loud as the shop wants it. */
export function soundWhatComesUp({ screen }: Workstation): void {
  let context: AudioContext | null = null;
  screen.subscribe((now, before) => {
    const sound = soundOf(before, now);
    const volume = now.view?.volume ?? 0;
    if (sound === null || volume === 0) return;
    context ??= new AudioContext();
    play(context, TONES[sound], volume / 100);
  });
}

function play(context: AudioContext, tones: readonly number[], volume: number): void {
  for (const [place, frequency] of tones.entries()) {
    const from = context.currentTime + place * TONE_S;
    const tone = new OscillatorNode(context, { type: 'square', frequency });
    const gain = new GainNode(context, { gain: 0 });
    gain.gain.setValueAtTime(0, from);
    // A square wave is loud: even the loudest stays below what a loudspeaker distorts.
    gain.gain.linearRampToValueAtTime(volume * 0.4, from + FADE_S);
    gain.gain.setValueAtTime(volume * 0.4, from + TONE_S - FADE_S);
    gain.gain.linearRampToValueAtTime(0, from + TONE_S);
    tone.connect(gain).connect(context.destination);
    tone.start(from);
    tone.stop(from + TONE_S);
  }
}
