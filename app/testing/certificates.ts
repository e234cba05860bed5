import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A key with its certificate, in PEM. */
export type Identity = { readonly key: string; readonly cert: string; readonly file: string };

type Wish = {
  /** Whose it is: a name or an address. */
  readonly host?: string;
  /** What it is for: `serverAuth`, `clientAuth`; without it for anything. */
  readonly use?: string;
  /** Days from now. */
  readonly from?: number;
  readonly till?: number;
};

/** A certificate authority of a test's own. */
export type Authority = { readonly root: Identity; issue(wish?: Wish): Identity };

const DAY_MS = 24 * 60 * 60_000;

/** Makes an authority in this folder, by openssl. */
export function makeAuthority(folder: string): Authority {
  mkdirSync(folder, { recursive: true });
  const at = (name: string): string => path.join(folder, name);
  const identity = (name: string): Identity => ({
    key: readFileSync(at(`${name}.key`), 'utf8'),
    cert: readFileSync(at(`${name}.crt`), 'utf8'),
    file: at(`${name}.crt`),
  });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl([
    'req',
    '-x509',
    ...key,
    '-keyout',
    at('root.key'),
    '-out',
    at('root.crt'),
    '-subj',
    '/CN=Test root',
    '-days',
    '2',
  ]);
  writeFileSync(at('index.txt'), '');
  let count = 0;
  return {
    root: identity('root'),
    issue({ host = '127.0.0.1', use, from = -1, till = 1 } = {}) {
      count += 1;
      const name = `leaf-${count}`;
      const kind = /^[\d.]+$/.test(host) ? 'IP' : 'DNS';
      writeFileSync(
        at(`${name}.cnf`),
        [
          '[ca]',
          'default_ca = test',
          '[test]',
          `database = ${at('index.txt')}`,
          `new_certs_dir = ${folder}`,
          `rand_serial = yes`,
          'default_md = sha256',
          'unique_subject = no',
          'policy = any',
          'x509_extensions = leaf',
          '[any]',
          'commonName = supplied',
          '[leaf]',
          `subjectAltName = ${kind}:${host}`,
          ...(use === undefined ? [] : [`extendedKeyUsage = ${use}`]),
        ].join('\n'),
      );
      openssl(['req', '-new', ...key, '-keyout', at(`${name}.key`), '-out', at(`${name}.csr`), '-subj', `/CN=${host}`]);
      const signed = [
        '-cert',
        at('root.crt'),
        '-keyfile',
        at('root.key'),
        '-in',
        at(`${name}.csr`),
        '-out',
        at(`${name}.crt`),
      ];
      const valid = ['-startdate', timeOf(from), '-enddate', timeOf(till)];
      openssl(['ca', '-batch', '-notext', '-config', at(`${name}.cnf`), ...signed, ...valid]);
      return identity(name);
    },
  };
}

/** As ASN.1 has it: 20261201120000Z. */
function timeOf(days: number): string {
  const iso = new Date(Date.now() + days * DAY_MS).toISOString();
  return `${iso.slice(0, 19).replace(/\D/g, '')}Z`;
}

function openssl(args: readonly string[]): void {
  const { status, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`openssl ${args[0]}: ${stderr}`);
}
