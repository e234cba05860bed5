import { userInfo } from 'node:os';
import { fail, ok } from '../../app/domain/result.ts';
import type { IppAttribute, IppGroup } from './ipp.ts';
import type { IppClient, IppFailure } from './ipp-client.ts';
import type { SpooledState, Spooler } from './spooled-job.ts';
import type { Trouble } from './trouble.ts';

/** Numbers of job and printer states (RFC 8011, sections 5.3.7 and 5.4.11). */
const JOB_COMPLETED = 9;
const JOB_CANCELED = 7;
const PRINTER_STOPPED = 5;
/** `client-error-not-found` (RFC 8011, appendix B.1.4.7). */
const NOT_FOUND = 0x0406;

/** What reasons (RFC 8011, section 5.4.12) mean; they come with a suffix like `-report` or `-error`. */
const TROUBLE_BY_REASON: readonly (readonly [reason: string, trouble: Trouble])[] = [
  ['cover-open', 'cover-open'],
  ['door-open', 'cover-open'],
  ['media-empty', 'paper-out'],
  ['media-needed', 'paper-out'],
  ['media-jam', 'error'],
  ['connecting-to-device', 'offline'],
  ['offline', 'offline'],
  ['paused', 'offline'],
  ['shutdown', 'offline'],
  ['timed-out', 'offline'],
];

/** A queue of CUPS, spoken with by IPP. A raw queue hands the bytes on as they are. */
export function cupsQueue(client: IppClient, queue: string): Spooler<number> {
  const path = `/printers/${encodeURIComponent(queue)}`;
  const whose: readonly IppAttribute[] = [
    { tag: 'uri', name: 'printer-uri', values: [`ipp://localhost${path}`] },
    { tag: 'name', name: 'requesting-user-name', values: [userInfo().username] },
  ];
  const ofJob = (job: number): readonly IppAttribute[] => [...whose, { tag: 'integer', name: 'job-id', values: [job] }];
  const wanted = (...values: string[]): IppAttribute => ({ tag: 'keyword', name: 'requested-attributes', values });

  async function trouble(): Promise<Trouble | null> {
    const attributes = [...whose, wanted('printer-state', 'printer-state-reasons', 'printer-is-accepting-jobs')];
    const answer = await client(path, { operation: 'getPrinterAttributes', attributes });
    if (!answer.ok) return troubleOf(answer.error);
    const [, printer = new Map()] = answer.value.groups;
    return troubleAt(printer);
  }

  return {
    trouble,
    async submit(bytes) {
      const attributes: readonly IppAttribute[] = [
        ...whose,
        { tag: 'name', name: 'job-name', values: ['slip'] },
        { tag: 'mimeMediaType', name: 'document-format', values: ['application/vnd.cups-raw'] },
      ];
      const answer = await client(path, { operation: 'printJob', attributes, data: bytes });
      if (!answer.ok) return fail({ trouble: troubleOf(answer.error), started: answer.error.kind === 'lost' });
      const job = answer.value.groups.flatMap((group) => group.get('job-id') ?? [])[0];
      return typeof job === 'number' ? ok(job) : fail({ trouble: 'failed', started: true });
    },
    async look(job) {
      const answer = await client(path, {
        operation: 'getJobAttributes',
        attributes: [...ofJob(job), wanted('job-state')],
      });
      if (!answer.ok) return fail(troubleOf(answer.error));
      const [state = 0] = answer.value.groups[1]?.get('job-state') ?? [];
      if (state === JOB_COMPLETED) return ok<SpooledState>({ at: 'done' });
      if (typeof state === 'number' && state >= JOB_CANCELED) return ok<SpooledState>({ at: 'gone' });
      return ok<SpooledState>({ at: 'waiting', trouble: await trouble() });
    },
    async cancel(job) {
      await client(path, { operation: 'cancelJob', attributes: ofJob(job) });
    },
  };
}

/** Names of the queues that take jobs; none when no service answers. */
export async function cupsQueues(client: IppClient): Promise<readonly string[]> {
  const attributes: readonly IppAttribute[] = [
    { tag: 'keyword', name: 'requested-attributes', values: ['printer-name'] },
  ];
  const answer = await client('/', { operation: 'cupsGetPrinters', attributes });
  if (!answer.ok) return [];
  return answer.value.groups.flatMap((group) => group.get('printer-name')?.map(String) ?? []);
}

function troubleOf(failure: IppFailure): Trouble {
  if (failure.kind === 'refused') return failure.status === NOT_FOUND ? 'not-found' : 'failed';
  return failure.kind === 'lost' ? 'timeout' : 'unreachable';
}

function troubleAt(printer: IppGroup): Trouble | null {
  const reasons = printer.get('printer-state-reasons')?.map(String) ?? [];
  const known = TROUBLE_BY_REASON.find(([reason]) => reasons.some((one) => one.startsWith(reason)));
  if (known) return known[1];
  if (reasons.some((one) => one.endsWith('-error'))) return 'error';
  const accepts = printer.get('printer-is-accepting-jobs')?.[0] !== 0;
  return accepts && printer.get('printer-state')?.[0] !== PRINTER_STOPPED ? null : 'offline';
}
