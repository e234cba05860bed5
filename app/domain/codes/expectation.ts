/** What the dialog in front waits for; it decides before any shape does. */
export const EXPECTATIONS = ['anything', 'customer', 'certificate', 'promo'] as const;

export type Expectation = (typeof EXPECTATIONS)[number];
