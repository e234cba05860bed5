/** What keeps a connection to a service from being trusted. Nothing is sent over such a one. */
export const TLS_FAULTS = [
  /** Nobody whom this computer trusts vouches for the certificate: self-signed, or a root that is not installed. */
  'unknown-issuer',
  'expired',
  /** Valid from a later day on: as a rule the computer's clock is wrong. */
  'not-yet-valid',
  /** It is another host's. */
  'other-host',
  /** It is not for servers, or was withdrawn. */
  'wrong-purpose',
  /** The service wants a certificate of the till too. */
  'client-certificate',
  /** No TLS that both know: another service at this port, or one that is too old. */
  'no-tls',
  /** The file of roots in the settings is missing, or holds no certificate. */
  'ca-file',
] as const;

export type TlsFault = (typeof TLS_FAULTS)[number];
