/** How large the interface can be, in per cent of its usual size. */
export const INTERFACE_SIZES = [100, 115, 130, 150] as const;

export type InterfaceSize = (typeof INTERFACE_SIZES)[number];

export const SIZE_STEPS = ['larger', 'smaller', 'usual'] as const;

export type SizeStep = (typeof SIZE_STEPS)[number];

/** The next size in a direction, the outermost one when there is none; `usual` leads back to what the till is set up with. */
export function stepSize(size: InterfaceSize, step: SizeStep, usual: InterfaceSize): InterfaceSize {
  if (step === 'usual') return usual;
  const place = INTERFACE_SIZES.indexOf(size) + (step === 'larger' ? 1 : -1);
  return INTERFACE_SIZES[place] ?? size;
}
