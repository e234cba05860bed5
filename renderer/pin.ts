/** How many digits a PIN that comes by SMS may have. */
export const SHORTEST_PIN = 3;
export const LONGEST_PIN = 8;
