import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import https from 'node:https';
import tls from 'node:tls';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { TlsFault } from '../../domain/tls-fault.ts';

/**
 * Whom a till trusts: the roots that the program carries, those of the system's store, where a company's own and the Минцифры root are
 * installed, and those of a file that the settings name. What the environment says of it is not heeded.
 */

/** Where Linux keeps the store as one file: Debian, Red Hat, SUSE, Alpine. */
const SYSTEM_STORES = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

const agents = new Map<string, https.Agent>();

/**
 * The agent for HTTPS, which trusts also the roots of `caFile`. Making it takes some tens of milliseconds, once; a file that could not
 * be used is looked at again by the next request.
 */
export function secureAgent(caFile?: string): Result<https.Agent, TlsFault> {
  const made = agents.get(caFile ?? '');
  if (made) return ok(made);
  const own = caFile === undefined ? [] : certificatesIn(caFile).filter(isCertificate);
  if (caFile !== undefined && own.length === 0) return fail('ca-file');
  // Said here, so that NODE_TLS_REJECT_UNAUTHORIZED cannot say otherwise.
  const agent = new https.Agent({ keepAlive: false, secureContext: contextWith(own), rejectUnauthorized: true });
  agents.set(caFile ?? '', agent);
  return ok(agent);
}

function contextWith(own: readonly string[]): tls.SecureContext {
  const roots = [...tls.rootCertificates, ...own];
  try {
    return tls.createSecureContext({ ca: distinct([...roots, ...systemRoots()]) });
  } catch {
    // One in the system's store cannot be read: the others count all the same.
    return tls.createSecureContext({ ca: distinct([...roots, ...systemRoots().filter(isCertificate)]) });
  }
}

function distinct(certificates: readonly string[]): string[] {
  return [...new Map(certificates.map((one) => [one.replace(/\s/g, ''), one])).values()];
}

function systemRoots(): readonly string[] {
  // Node 22.15 and later ask Windows and macOS. On Linux they would go by SSL_CERT_FILE.
  const { getCACertificates } = tls as { readonly getCACertificates?: (type: 'system') => string[] };
  if (process.platform !== 'linux') return getCACertificates?.('system') ?? [];
  return SYSTEM_STORES.map(certificatesIn).find((found) => found.length > 0) ?? [];
}

/** The certificates of a file, PEM or one in DER; none where it cannot be read. */
function certificatesIn(file: string): readonly string[] {
  try {
    const bytes = readFileSync(file);
    return bytes.toString('latin1').match(PEM) ?? [new X509Certificate(bytes).toString()];
  } catch {
    return [];
  }
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}

const FAULTS: Readonly<Record<string, TlsFault>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'unknown-issuer',
  SELF_SIGNED_CERT_IN_CHAIN: 'unknown-issuer',
  UNABLE_TO_GET_ISSUER_CERT: 'unknown-issuer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown-issuer',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknown-issuer',
  CERT_UNTRUSTED: 'unknown-issuer',
  INVALID_CA: 'unknown-issuer',
  INVALID_PURPOSE: 'wrong-purpose',
  CERT_REJECTED: 'wrong-purpose',
  CERT_REVOKED: 'wrong-purpose',
  ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: 'client-certificate',
  ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE: 'no-tls',
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'not-yet-valid',
  HOSTNAME_MISMATCH: 'other-host',
  ERR_TLS_CERT_ALTNAME_INVALID: 'other-host',
  EPROTO: 'no-tls',
};

/** What an error of a connection says of its TLS; `null` where that was not the matter. */
export function tlsFaultOf(error: unknown): TlsFault | null {
  const code = codeOf(error) ?? codeOf((error as { readonly cause?: unknown } | null)?.cause);
  if (code === null) return null;
  return FAULTS[code] ?? (/^ERR_(SSL|TLS)_/.test(code) ? 'no-tls' : null);
}

function codeOf(error: unknown): string | null {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : null;
  return typeof code === 'string' ? code : null;
}
