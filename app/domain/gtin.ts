/** The check digit of a GS1 number's body: weights 3 and 1 from the right (GS1 General Specifications, 7.9). */
function checkDigit(body: string): number {
  let sum = 0;
  for (let place = 0; place < body.length; place++) {
    sum += Number(body.at(-1 - place)) * (place % 2 === 0 ? 3 : 1);
  }
  return (10 - (sum % 10)) % 10;
}

/** True for an EAN-8, UPC-A, EAN-13 or ITF-14 number with the right check digit. */
export function isGtin(text: string): boolean {
  return /^(\d{8}|\d{12,14})$/.test(text) && checkDigit(text.slice(0, -1)) === Number(text.at(-1));
}

/** A number's body with its check digit. */
export function withCheckDigit(body: string): string {
  return `${body}${checkDigit(body)}`;
}
