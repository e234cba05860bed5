import { z } from 'zod';
import { fail, ok, type Result } from '../../app/domain/result.ts';

/** What we call in Windows' spooler; failures are Windows' own error numbers. */
export type Winspool = {
  /** Names of the printers of this machine and of those it is connected to. */
  names(): Promise<readonly string[]>;
  printer(name: string): Promise<Result<{ readonly status: number; readonly attributes: number }, number>>;
  /** Spools bytes as they are (`RAW`) and gives the number of the job. */
  submit(name: string, bytes: Uint8Array): Promise<Result<number, number>>;
  /** Status of a job; error 87, or 0 for none, once the queue knows it no more. */
  job(name: string, job: number): Promise<Result<number, number>>;
  deleteJob(name: string, job: number): Promise<void>;
};

/** PRINTER_ENUM_LOCAL and PRINTER_ENUM_CONNECTIONS. */
const LOCAL_AND_CONNECTED = 2 | 4;
const JOB_CONTROL_DELETE = 5;
const ERROR_WRITE_FAULT = 29;
const ERROR_INSUFFICIENT_BUFFER = 122;
/** How people see the job in the printer's window. */
const DOCUMENT = 'slip';

const printerNamed = z.object({ pPrinterName: z.string() });
const printerInfo = z.object({ Attributes: z.number(), Status: z.number() });
const jobInfo = z.object({ Status: z.number() });
const count = z.number().int();

/**
 * Windows' spooler by its own library (winspool.drv; the functions and structures are described in «Print Spooler API» of
 * Microsoft's documentation). Nothing of it is loaded on another system. Its calls block for as long as the spooler takes, and one on a
 * server that is dead longer than anybody waits: they are made in Node's other threads.
 */
export async function loadWinspool(): Promise<Winspool> {
  const { default: koffi } = await import('koffi');
  const winspool = koffi.load('winspool.drv');
  const kernel = koffi.load('kernel32.dll');
  koffi.pointer('PRINTER', koffi.opaque());
  koffi.struct('DOC_INFO_1W', { pDocName: 'str16', pOutputFile: 'str16', pDatatype: 'str16' });
  const namedPrinter = koffi.struct('PRINTER_INFO_4W', {
    pPrinterName: 'str16',
    pServerName: 'str16',
    Attributes: 'uint32',
  });
  const wholePrinter = koffi.struct('PRINTER_INFO_2W', {
    names: koffi.array('void *', 13),
    Attributes: 'uint32',
    priorities: koffi.array('uint32', 4),
    Status: 'uint32',
    cJobs: 'uint32',
    AveragePPM: 'uint32',
  });
  const wholeJob = koffi.struct('JOB_INFO_1W', {
    JobId: 'uint32',
    names: koffi.array('void *', 6),
    Status: 'uint32',
    numbers: koffi.array('uint32', 4),
    Submitted: koffi.array('uint16', 8),
  });

  const lastError = kernel.func('uint32 __stdcall GetLastError()');
  /** A function of the spooler, called in another thread. It fails with what Windows gives as the cause. */
  function spoolerCall(prototype: string): (...args: unknown[]) => Promise<Result<number, number>> {
    const func = winspool.func(prototype);
    return (...args) =>
      new Promise((resolve, reject) => {
        func.async(...args, (error: unknown, value: unknown) => {
          if (error) return reject(error);
          // Koffi keeps the other thread's error for as long as this callback runs.
          resolve(value ? ok(count.parse(value)) : fail(count.parse(lastError())));
        });
      });
  }

  const enumPrinters = spoolerCall(
    'int __stdcall EnumPrintersW(uint32 flags, str16 name, uint32 level, void *buf, uint32 cb, _Out_ uint32 *needed, _Out_ uint32 *returned)',
  );
  const openPrinter = spoolerCall('int __stdcall OpenPrinterW(str16 name, _Out_ PRINTER *printer, void *defaults)');
  const closePrinter = spoolerCall('int __stdcall ClosePrinter(PRINTER printer)');
  const getPrinter = spoolerCall(
    'int __stdcall GetPrinterW(PRINTER printer, uint32 level, void *buf, uint32 cb, _Out_ uint32 *needed)',
  );
  const startDoc = spoolerCall('uint32 __stdcall StartDocPrinterW(PRINTER printer, uint32 level, DOC_INFO_1W *info)');
  const startPage = spoolerCall('int __stdcall StartPagePrinter(PRINTER printer)');
  const write = spoolerCall(
    'int __stdcall WritePrinter(PRINTER printer, const uint8_t *buf, uint32 n, _Out_ uint32 *written)',
  );
  const endPage = spoolerCall('int __stdcall EndPagePrinter(PRINTER printer)');
  const endDoc = spoolerCall('int __stdcall EndDocPrinter(PRINTER printer)');
  const abort = spoolerCall('int __stdcall AbortPrinter(PRINTER printer)');
  const getJob = spoolerCall(
    'int __stdcall GetJobW(PRINTER printer, uint32 job, uint32 level, void *buf, uint32 cb, _Out_ uint32 *needed)',
  );
  const setJob = spoolerCall(
    'int __stdcall SetJobW(PRINTER printer, uint32 job, uint32 level, void *info, uint32 command)',
  );

  /** Does something with a printer that is opened for it. */
  async function withPrinter<Value>(
    name: string,
    use: (printer: unknown) => Promise<Result<Value, number>>,
  ): Promise<Result<Value, number>> {
    const handle: unknown[] = [null];
    const opened = await openPrinter(name, handle, null);
    if (!opened.ok) return opened;
    try {
      return await use(handle[0]);
    } finally {
      await closePrinter(handle[0]);
    }
  }

  /** Calls twice: to learn how much room is needed, and with so much. */
  async function filled(
    call: (room: Buffer | null, size: number, needed: number[]) => Promise<Result<number, number>>,
  ): Promise<Result<Buffer, number>> {
    const needed = [0];
    const asked = await call(null, 0, needed);
    const room = Buffer.alloc(needed[0] ?? 0);
    // Nothing is to be had. Wine says so of a job by no error of its own: what an earlier call of the thread left is seen.
    if (room.length === 0) return fail(asked.ok || asked.error === ERROR_INSUFFICIENT_BUFFER ? 0 : asked.error);
    const answered = await call(room, room.length, needed);
    return answered.ok ? ok(room) : answered;
  }

  /** Spools a document of one page; fails without having ended it. */
  async function writeAll(printer: unknown, bytes: Uint8Array): Promise<Result<number, number>> {
    const started = await startPage(printer);
    if (!started.ok) return started;
    const written = [0];
    const done = await write(printer, bytes, bytes.length, written);
    if (done.ok && written[0] !== bytes.length) return fail(ERROR_WRITE_FAULT);
    return done;
  }

  return {
    async names() {
      const returned = [0];
      const list = await filled((room, size, needed) =>
        enumPrinters(LOCAL_AND_CONNECTED, null, 4, room, size, needed, returned),
      );
      if (!list.ok) return [];
      const size = koffi.sizeof(namedPrinter);
      return Array.from({ length: returned[0] ?? 0 }, (_, place) => {
        return printerNamed.parse(koffi.decode(list.value, place * size, namedPrinter)).pPrinterName;
      });
    },
    printer: (name) =>
      withPrinter(name, async (printer) => {
        const info = await filled((room, size, needed) => getPrinter(printer, 2, room, size, needed));
        if (!info.ok) return info;
        const { Status, Attributes } = printerInfo.parse(koffi.decode(info.value, wholePrinter));
        return ok({ status: Status, attributes: Attributes });
      }),
    submit: (name, bytes) =>
      withPrinter(name, async (printer) => {
        const job = await startDoc(printer, 1, { pDocName: DOCUMENT, pOutputFile: null, pDatatype: 'RAW' });
        if (!job.ok) return job;
        const written = await writeAll(printer, bytes);
        if (!written.ok) {
          await abort(printer);
          return written;
        }
        await endPage(printer);
        const ended = await endDoc(printer);
        return ended.ok ? job : ended;
      }),
    job: (name, job) =>
      withPrinter(name, async (printer) => {
        const info = await filled((room, size, needed) => getJob(printer, job, 1, room, size, needed));
        return info.ok ? ok(jobInfo.parse(koffi.decode(info.value, wholeJob)).Status) : info;
      }),
    async deleteJob(name, job) {
      await withPrinter(name, (printer) => setJob(printer, job, 0, null, JOB_CONTROL_DELETE));
    },
  };
}
