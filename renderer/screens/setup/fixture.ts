import type { PrinterDraft, ScannerDraft, SetupView } from '../../../app/contract/setup.ts';

/** Settings for tests: what the till says of itself, with the devices that a test is about. */

export const SERIAL: Extract<ScannerDraft, { kind: 'serial' }> = {
  kind: 'serial',
  name: '',
  path: '/dev/ttyACM0',
  usb: null,
  baudRate: '9600',
  end: 'terminator',
  alphabet: 'auto',
};

export const HID: ScannerDraft = { kind: 'hid', name: 'Counter', usb: null, alphabet: 'auto' };

export const TCP: Extract<PrinterDraft, { kind: 'tcp' }> = {
  kind: 'tcp',
  name: '',
  host: '10.0.0.5',
  port: '9100',
  status: 'auto',
  drawer: 'never',
  model: null,
  columns: 48,
  codeTable: '17',
  chinese: true,
  cut: 'partial',
  feedBeforeCut: '4',
  drawerPin: null,
  qr: 'native',
  newline: '\n',
  encoder: 'standard',
};

const { kind: _tcp, host: _host, port: _port, status, ...TRAITS } = TCP;
export const QUEUE: PrinterDraft = { ...TRAITS, kind: 'cups', queue: 'slips', server: '' };

export function testSetup(draft: Partial<SetupView['draft']> = {}): SetupView {
  const blankSerial = { ...SERIAL, path: '' };
  return {
    draft: {
      scanners: [SERIAL, HID],
      printers: [TCP],
      slip: {
        form: 'receipt',
        header: [],
        footer: [],
        kkm: '',
        section: '',
        bonuses: 'total',
        show: {
          outlet: true,
          till: true,
          cashier: true,
          goods: true,
          customer: true,
          balance: true,
          campaign: true,
          seconds: false,
          accrualPercent: false,
        },
        qr: { caption: '', data: '' },
      },
      ...draft,
    },
    blank: {
      scanners: [blankSerial, { ...HID, name: '' }],
      printers: [
        { ...TCP, host: '' },
        { ...TRAITS, kind: 'serial', path: '', usb: null, baudRate: '9600', flow: 'none', status },
        { ...TRAITS, kind: 'usb', path: '', usb: null, status },
        { ...TRAITS, kind: 'cups', queue: '', server: '' },
      ],
    },
    models: [],
    codes: { cards: [], certificates: [], promos: [], weighed: [], separators: [] },
  };
}
