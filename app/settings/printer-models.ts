/** Printers whose traits are known; the names stand in profiles. */
export const PRINTER_MODEL_NAMES = [
  'epson-tm-t20',
  'epson-tm-t88',
  'bixolon-srp350',
  'citizen-ct-s310',
  'hp-a779',
  'xprinter-80',
  'pos-80',
  'pos-58',
  'sunmi-80',
  'sunmi-58',
  'youku-58',
] as const;

type PrinterModelName = (typeof PRINTER_MODEL_NAMES)[number];

type PrinterModel = {
  /** As it stands on the printer. */
  readonly label: string;
  /** Where it differs from an ordinary printer (printer-traits.ts). */
  readonly traits: {
    readonly columns?: 32 | 42 | 44;
    readonly codeTable?: number;
    readonly chinese?: boolean;
    readonly cut?: 'none';
    readonly feedBeforeCut?: number;
  };
};

const WITHOUT_KNIFE = { cut: 'none', feedBeforeCut: 3 } as const;

/**
 * Columns, code table and knife are those of the printer definitions of @point-of-sale/receipt-printer-encoder 4.0.1. None was
 * tried on paper here: the test page shows whether they hold.
 */
export const PRINTER_MODELS: Readonly<Record<PrinterModelName, PrinterModel>> = {
  'epson-tm-t20': { label: 'Epson TM-T20, TM-m30', traits: { chinese: false } },
  'epson-tm-t88': { label: 'Epson TM-T88, TM-T70', traits: { columns: 42, chinese: false } },
  'bixolon-srp350': { label: 'Bixolon SRP-350III', traits: { columns: 42, chinese: false } },
  'citizen-ct-s310': { label: 'Citizen CT-S310II', traits: { codeTable: 7, chinese: false, feedBeforeCut: 3 } },
  'hp-a779': { label: 'HP A779', traits: { columns: 44, codeTable: 7, chinese: false } },
  'xprinter-80': { label: 'Xprinter XP-N160II, XP-T80Q', traits: {} },
  'pos-80': { label: 'POS-8360', traits: {} },
  'pos-58': { label: 'POS-5890', traits: { columns: 32, ...WITHOUT_KNIFE } },
  'sunmi-80': { label: 'SUNMI P3 MIX', traits: { ...WITHOUT_KNIFE } },
  'sunmi-58': { label: 'SUNMI P2 SE, P3', traits: { columns: 32, ...WITHOUT_KNIFE } },
  'youku-58': { label: 'Youku 58T', traits: { columns: 32, codeTable: 7, ...WITHOUT_KNIFE } },
};
