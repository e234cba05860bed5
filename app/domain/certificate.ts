import { type Kopecks, least, minus, plus, ZERO } from './money.ts';

/** A gift certificate that pays a part of a receipt. */
export type Certificate = {
  readonly code: string;
  /** Empty when the certificate has none. Secret until the receipt is written, then forgotten. */
  readonly pin: string;
  /** Its PIN could not be read again after a restart: it has to be typed anew. */
  readonly forgotten?: true;
  /** What it pays of this receipt. */
  readonly amount: Kopecks;
  /** What was on it when it was looked up. */
  readonly balance: Kopecks;
};

/** What the service says of a certificate (MaxBonus integrator's manual, scenario 3). */
export type CertificateInfo = {
  readonly code: string;
  readonly pin: string;
  readonly balance: Kopecks;
};

export function certificatesTotal(certificates: readonly Certificate[]): Kopecks {
  return plus(...certificates.map((certificate) => certificate.amount));
}

/** The same certificates paying no more than `most` together: what is too much comes off the last ones. */
export function limitCertificates(certificates: readonly Certificate[], most: Kopecks): readonly Certificate[] {
  let left = most;
  return certificates
    .map((certificate) => {
      const amount = least(certificate.amount, left);
      left = minus(left, amount);
      return amount === certificate.amount ? certificate : { ...certificate, amount };
    })
    .filter((certificate) => certificate.amount > ZERO);
}
