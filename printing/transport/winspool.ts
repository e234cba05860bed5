import { z } from 'zod';
import { fail, ok, type Result } from '../../app/domain/result.ts';

/** What we call in Windows' spooler; failures are Windows' own error numbers. */
export type Winspool = {
  /** Names of the printers of this machine and of those it is connected to. */
  names(): readonly string[];
  printer(name: string): Result<{ readonly status: number; readonly attributes: number }, number>;
  /** Spools bytes as they are (`RAW`) and gives the number of the job. */
  submit(name: string, bytes: Uint8Array): Result<number, number>;
  /** Status of a job; error 87 once the queue knows it no more. */
  job(name: string, job: number): Result<number, number>;
  deleteJob(name: string, job: number): void;
};

/** PRINTER_ENUM_LOCAL and PRINTER_ENUM_CONNECTIONS. */
const LOCAL_AND_CONNECTED = 2 | 4;
const JOB_CONTROL_DELETE = 5;
/** How people see the job in the printer's window. */
const DOCUMENT = 'slip';

const printerNamed = z.object({ pPrinterName: z.string() });
const printerInfo = z.object({ Attributes: z.number(), Status: z.number() });
const jobInfo = z.object({ Status: z.number() });
const count = z.number().int();

/**
 * Windows' spooler by its own library (winspool.drv; the functions and structures are described in «Print Spooler API» of
 * Microsoft's documentation). Nothing of it is loaded on another system. Its calls block for as long as the spooler takes, which stores
 * a job before it prints it.
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
  const enumPrinters = winspool.func(
    'int __stdcall EnumPrintersW(uint32 flags, str16 name, uint32 level, void *buf, uint32 cb, _Out_ uint32 *needed, _Out_ uint32 *returned)',
  );
  const openPrinter = winspool.func('int __stdcall OpenPrinterW(str16 name, _Out_ PRINTER *printer, void *defaults)');
  const closePrinter = winspool.func('int __stdcall ClosePrinter(PRINTER printer)');
  const getPrinter = winspool.func(
    'int __stdcall GetPrinterW(PRINTER printer, uint32 level, void *buf, uint32 cb, _Out_ uint32 *needed)',
  );
  const startDoc = winspool.func('uint32 __stdcall StartDocPrinterW(PRINTER printer, uint32 level, DOC_INFO_1W *info)');
  const startPage = winspool.func('int __stdcall StartPagePrinter(PRINTER printer)');
  const write = winspool.func(
    'int __stdcall WritePrinter(PRINTER printer, const uint8_t *buf, uint32 n, _Out_ uint32 *written)',
  );
  const endPage = winspool.func('int __stdcall EndPagePrinter(PRINTER printer)');
  const endDoc = winspool.func('int __stdcall EndDocPrinter(PRINTER printer)');
  const abort = winspool.func('int __stdcall AbortPrinter(PRINTER printer)');
  const getJob = winspool.func(
    'int __stdcall GetJobW(PRINTER printer, uint32 job, uint32 level, void *buf, uint32 cb, _Out_ uint32 *needed)',
  );
  const setJob = winspool.func(
    'int __stdcall SetJobW(PRINTER printer, uint32 job, uint32 level, void *info, uint32 command)',
  );

  const failure = (): Result<never, number> => fail(count.parse(lastError()));

  /** Does something with a printer that is opened for it. */
  function withPrinter<Value>(name: string, use: (printer: unknown) => Result<Value, number>): Result<Value, number> {
    const opened: unknown[] = [null];
    if (!openPrinter(name, opened, null)) return failure();
    try {
      return use(opened[0]);
    } finally {
      closePrinter(opened[0]);
    }
  }

  /** Calls twice: to learn how much room is needed, and with so much. */
  function filled(call: (room: Buffer | null, size: number, needed: number[]) => unknown): Result<Buffer, number> {
    const needed = [0];
    call(null, 0, needed);
    const room = Buffer.alloc(needed[0] ?? 0);
    if (room.length === 0) return failure();
    return call(room, room.length, needed) ? ok(room) : failure();
  }

  return {
    names() {
      const returned = [0];
      const list = filled((room, size, needed) =>
        enumPrinters(LOCAL_AND_CONNECTED, null, 4, room, size, needed, returned),
      );
      if (!list.ok) return [];
      const size = koffi.sizeof(namedPrinter);
      return Array.from({ length: returned[0] ?? 0 }, (_, place) => {
        return printerNamed.parse(koffi.decode(list.value, place * size, namedPrinter)).pPrinterName;
      });
    },
    printer: (name) =>
      withPrinter(name, (printer) => {
        const info = filled((room, size, needed) => getPrinter(printer, 2, room, size, needed));
        if (!info.ok) return info;
        const { Status, Attributes } = printerInfo.parse(koffi.decode(info.value, wholePrinter));
        return ok({ status: Status, attributes: Attributes });
      }),
    submit: (name, bytes) =>
      withPrinter(name, (printer) => {
        const job = count.parse(startDoc(printer, 1, { pDocName: DOCUMENT, pOutputFile: null, pDatatype: 'RAW' }));
        if (job === 0) return failure();
        const written = [0];
        const isSpooled =
          startPage(printer) && write(printer, bytes, bytes.length, written) && written[0] === bytes.length;
        if (!isSpooled) {
          const why = failure();
          abort(printer);
          return why;
        }
        endPage(printer);
        return endDoc(printer) ? ok(job) : failure();
      }),
    job: (name, job) =>
      withPrinter(name, (printer) => {
        const info = filled((room, size, needed) => getJob(printer, job, 1, room, size, needed));
        return info.ok ? ok(jobInfo.parse(koffi.decode(info.value, wholeJob)).Status) : info;
      }),
    deleteJob(name, job) {
      withPrinter(name, (printer) => ok(setJob(printer, job, 0, null, JOB_CONTROL_DELETE)));
    },
  };
}
