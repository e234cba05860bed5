import { expect, test } from 'vitest';
import type { CommandName } from '../app/contract/commands.ts';
import { kopecks, ZERO } from '../app/domain/money.ts';
import { problem } from '../app/domain/problem.ts';
import { quantity } from '../app/domain/quantity.ts';
import type { ReceiptId } from '../app/domain/receipt.ts';
import { testLine, testReceipt, testView } from './fixture.ts';
import { BLANK_REGISTRATION } from './registration-draft.ts';
import {
  BLANK_SCREEN,
  barMessageOf,
  type Dialog,
  dialogMessageOf,
  expectedScan,
  isPaid,
  messageOf,
  opened,
  received,
  type Screen,
  selectedLine,
} from './screen.ts';

const notice = { id: 5, tone: 'warning', code: 'redemption-clamped', params: { allowed: 50_00 } } as const;
const pinNeeded = { needed: true, asked: false, confirmed: false };

function shown(change: Partial<Screen> = {}): Screen {
  return { ...BLANK_SCREEN, view: testView(), ...change };
}

test('a snapshot older than the one shown is dropped', () => {
  const screen = received(shown(), testView({ revision: 3, queue: 3 }));
  expect(received(screen, testView({ revision: 2, queue: 2 }))).toBe(screen);
  expect(received(screen, testView({ revision: 3, queue: 2 }))).toBe(screen);
});

test('the line the cashier moved to stays selected until the lines change', () => {
  const moved = shown({ cursor: 1 });
  expect(selectedLine(received(moved, testView({ revision: 2, queue: 1 })))?.index).toBe(1);
  const scanned = testView({ revision: 2, sale: { lines: [testLine(1), testLine(2), testLine(4)], selected: 4 } });
  expect(selectedLine(received(moved, scanned))?.index).toBe(4);
});

test('nothing is selected on an empty receipt', () => {
  expect(selectedLine(received(shown(), testView({ revision: 2, sale: { lines: [], selected: null } })))).toBeNull();
  expect(selectedLine(BLANK_SCREEN)).toBeNull();
});

test('the PIN dialog comes up when a write-off starts to need it, and goes when it is confirmed', () => {
  const needing = received(shown(), testView({ revision: 2, sale: { pin: pinNeeded } }));
  expect(needing.dialog).toEqual({ kind: 'pin' });
  const putAside = { ...needing, ...opened(needing, null) };
  expect(received(putAside, testView({ revision: 3, sale: { pin: pinNeeded } })).dialog).toBeNull();
  expect(received(needing, testView({ revision: 3 })).dialog).toBeNull();
});

test('at start a PIN that was already needed does not push itself in front', () => {
  expect(received(BLANK_SCREEN, testView({ sale: { pin: pinNeeded } })).dialog).toBeNull();
});

test('a payment stays open while its PIN is asked for, and closes once the receipt is being written', () => {
  const paying = shown({ dialog: { kind: 'checkout', payment: 'cash' } });
  const withPin = received(paying, testView({ revision: 2, sale: { pin: pinNeeded } }));
  expect(withPin.dialog).toEqual({ kind: 'checkout', payment: 'cash' });
  expect(received(withPin, testView({ revision: 3, sale: { stage: 'writing' } })).dialog).toBeNull();
});

test('the quantity dialog goes with its line', () => {
  const changing = shown({ dialog: { kind: 'quantity', index: 2, typed: null } });
  expect(received(changing, testView({ revision: 2, queue: 1 })).dialog).not.toBeNull();
  expect(received(changing, testView({ revision: 2, sale: { lines: [testLine(1)] } })).dialog).toBeNull();
});

const certificate = { ending: '0101', balance: kopecks(1000_00), suggested: kopecks(300_00) };
const registration = { phoneEnding: '3210' };
const promo = (code: string) => ({ code, answer: null });
const registering: Dialog = { kind: 'registration', draft: { ...BLANK_REGISTRATION, familyName: 'Ivanova' } };

test('a certificate that was scanned brings its dialog up, also at start', () => {
  expect(received(shown(), testView({ revision: 2, certificate })).dialog).toEqual({ kind: 'certificate' });
  expect(received(BLANK_SCREEN, testView({ certificate })).dialog).toEqual({ kind: 'certificate' });
});

test('a certificate put aside does not come up again with the next snapshot', () => {
  const put = shown({ view: testView({ certificate }) });
  expect(received(put, testView({ revision: 2, certificate, queue: 1 })).dialog).toBeNull();
});

test('a certificate scanned behind another dialog comes up after it', () => {
  const typing = received(shown({ dialog: { kind: 'promo' } }), testView({ revision: 2, certificate }));
  expect(typing.dialog).toEqual({ kind: 'promo' });
  const after = { ...typing, ...opened(typing, null) };
  expect(after.dialog).toEqual({ kind: 'certificate' });
  expect(opened(after, null).dialog).toBeNull();
});

test('the certificate dialog goes once its certificate was taken, not before one was found', () => {
  const looking = shown({ dialog: { kind: 'certificate' } });
  expect(received(looking, testView({ revision: 2, busy: 'looking-up' })).dialog).not.toBeNull();
  const found = received(looking, testView({ revision: 2, certificate }));
  expect(found.dialog).toEqual({ kind: 'certificate' });
  expect(received(found, testView({ revision: 3 })).dialog).toBeNull();
});

test('the promo dialog goes once a code was scanned into it', () => {
  const typing = shown({ view: testView({ sale: { promo: promo('OLD') } }), dialog: { kind: 'promo', known: 'OLD' } });
  expect(received(typing, testView({ revision: 2, sale: { promo: promo('OLD') } })).dialog).not.toBeNull();
  expect(received(typing, testView({ revision: 2, sale: { promo: null } })).dialog).not.toBeNull();
  const trying = testView({ revision: 2, busy: 'calculating', sale: { promo: promo('NEW') } });
  expect(received(typing, trying).dialog).not.toBeNull();
  expect(received(typing, testView({ revision: 2, sale: { promo: promo('NEW') } })).dialog).toBeNull();
});

test('the registration form keeps what was typed until the customer is on the receipt', () => {
  const nobody = { customer: null };
  const typing = shown({ view: testView({ sale: nobody }), dialog: registering });
  const sent = received(typing, testView({ revision: 2, registration, sale: nobody }));
  expect(sent.dialog).toBe(registering);
  expect(received(sent, testView({ revision: 3, registration, sale: nobody, notice })).dialog).toBe(registering);
  expect(received(sent, testView({ revision: 3 })).dialog).toBeNull();
});

test('customer and end of the registration may come one after the other, in either order', () => {
  const sent = shown({ view: testView({ registration, sale: { customer: null } }), dialog: registering });
  const customerFirst = received(sent, testView({ revision: 2, registration }));
  expect(customerFirst.dialog).toBe(registering);
  expect(received(customerFirst, testView({ revision: 3 })).dialog).toBeNull();
  const endFirst = received(sent, testView({ revision: 2, sale: { customer: null } }));
  expect(endFirst.dialog).toBe(registering);
  expect(received(endFirst, testView({ revision: 3 })).dialog).toBeNull();
});

test('a registration that was under way when the screen was lost is taken up again', () => {
  const started = received(BLANK_SCREEN, testView({ registration, sale: { customer: null } }));
  expect(started.dialog).toEqual({ kind: 'registration', draft: BLANK_REGISTRATION });
});

test('another customer on the receipt does not end a registration', () => {
  const typing = shown({ dialog: registering });
  expect(received(typing, testView({ revision: 2, busy: 'registering' })).dialog).toBe(registering);
});

test('the manual discount stays while its PIN is asked for', () => {
  const discount = shown({ dialog: { kind: 'manual-discount', markUp: false } });
  expect(received(discount, testView({ revision: 2, sale: { pin: pinNeeded } })).dialog).toEqual(discount.dialog);
});

test('goods can be given back while a written receipt is shown; nothing else can be changed there', () => {
  const written = testView({ revision: 2, sale: { stage: 'written' } });
  expect(received(shown({ dialog: { kind: 'return', receipt: testReceipt() } }), written).dialog).not.toBeNull();
  expect(received(shown({ dialog: { kind: 'promo' } }), written).dialog).toBeNull();
  expect(received(shown(), testView({ ...written, certificate })).dialog).toBeNull();
});

const held = [
  {
    id: 'receipt-3' as ReceiptId,
    number: 3,
    lines: 2,
    due: kopecks(99_80),
    taken: { cash: ZERO, card: ZERO },
    phoneEnding: null,
  },
];

test('the list of held receipts goes once one was put aside or taken back, and opens beside a paid receipt', () => {
  const choosing = shown({ view: testView({ held }), dialog: { kind: 'held' } });
  expect(received(choosing, testView({ revision: 2, held, sale: { stage: 'queued' } })).dialog).toEqual({
    kind: 'held',
  });
  expect(received(choosing, testView({ revision: 2, held, sale: { stage: 'in-doubt' } })).dialog).toBeNull();
  expect(received(choosing, testView({ revision: 2, held: [] })).dialog).toBeNull();
});

type Change = Parameters<typeof testView>[0];

test.each<[Dialog, CommandName, Change, Change]>([
  [{ kind: 'certificate' }, 'certificate.dismiss', { certificate }, {}],
  [{ kind: 'quantity', index: 1, typed: null }, 'sale.arm', { armed: quantity(3) }, {}],
  [{ kind: 'registration', draft: BLANK_REGISTRATION }, 'registration.cancel', { registration }, {}],
  [{ kind: 'held' }, 'receipt.hold', { held: [] }, { held }],
])('%o opened again at once is not ended by what goes with the one before', (dialog, running, before, after) => {
  const again = shown({ view: testView(before), dialog });
  expect(received({ ...again, running: [running] }, testView({ revision: 2, ...after })).dialog).toEqual(dialog);
});

test('the end of a shift is asked about until the shift is closed, whatever becomes of the receipt', () => {
  const shift = { number: 4, openedAt: 0 };
  const closing = shown({ view: testView({ shift }), dialog: { kind: 'close-shift' } });
  expect(received(closing, testView({ revision: 2, shift, sale: { stage: 'written' } })).dialog).not.toBeNull();
  expect(received(closing, testView({ revision: 2, shift: null })).dialog).toBeNull();
});

test('a receipt that waits for its service is as good as written for the cashier', () => {
  expect((['written', 'queued'] as const).every(isPaid)).toBe(true);
  expect((['open', 'writing', 'in-doubt'] as const).some(isPaid)).toBe(false);
});

test('a return whose outcome is open leaves its dialog, and is told in one place', () => {
  const returning = shown({ dialog: { kind: 'return', receipt: testReceipt() } });
  const inDoubt = received(returning, testView({ revision: 2, returnInDoubt: { number: 12, entry: null } }));
  expect(inDoubt.dialog).toBeNull();
  expect(barMessageOf({ ...inDoubt, failure: problem('return-outcome-unknown') })).toBeNull();
  expect(barMessageOf({ ...inDoubt, failure: problem('busy') })?.code).toBe('busy');
  const next = { ...inDoubt, dialog: { kind: 'return', receipt: null } } as const;
  expect(received(next, testView({ revision: 3, returnInDoubt: { number: 12, entry: null } })).dialog).toBe(
    next.dialog,
  );
});

test('that a receipt waits for its service is said by its panel, and by the bar once that is gone', () => {
  const queued = { ...notice, code: 'receipt-queued' } as const;
  const waiting = received(shown(), testView({ revision: 2, notice: queued, sale: { stage: 'queued' } }));
  expect(barMessageOf(waiting)).toBeNull();
  expect(barMessageOf(received(waiting, testView({ revision: 3, notice: queued })))?.code).toBe('receipt-queued');
});

test.each<[dialog: Dialog | null, what: string]>([
  [null, 'anything'],
  [{ kind: 'certificate' }, 'certificate'],
  [{ kind: 'promo' }, 'promo'],
  [registering, 'anything'],
  [{ kind: 'return', receipt: null }, 'anything'],
  [{ kind: 'manual-discount', markUp: false }, 'customer'],
  [{ kind: 'manual-discount', markUp: true }, 'anything'],
])('without a customer, %j expects scans of %s', (dialog, what) => {
  expect(expectedScan(shown({ view: testView({ sale: { customer: null } }), dialog }))).toEqual({ what });
});

test('a known customer is not expected again', () => {
  expect(expectedScan(shown({ dialog: { kind: 'manual-discount', markUp: false } }))).toEqual({ what: 'anything' });
});

test('the PIN that is typed goes with the certificate to come', () => {
  const dialog = { kind: 'certificate', pin: '4831' } as const;
  expect(expectedScan(shown({ dialog }))).toEqual({ what: 'certificate', pin: '4831' });
});

test('a scanned certificate that wants its PIN is asked for it', () => {
  const lockedCertificate = { ending: '0202', wrong: false };
  expect(received(shown({}), testView({ revision: 2, lockedCertificate })).dialog).toEqual({ kind: 'certificate' });
});

test('typed bonuses stay until the sale has another sum or another customer', () => {
  const typing = shown({ redemption: '12' });
  expect(received(typing, testView({ revision: 2, busy: 'calculating' })).redemption).toBe('12');
  expect(received(typing, testView({ revision: 2, sale: { customer: null } })).redemption).toBeNull();
  const { redemption } = testView().sale;
  const chosen = testView({ revision: 2, sale: { redemption: { ...redemption, chosen: kopecks(12_00) } } });
  expect(received(typing, chosen).redemption).toBeNull();
});

test('a failed command is told first, and gives way to what the desk says next', () => {
  const failed = shown({ failure: problem('busy') });
  expect(messageOf(failed)).toEqual({ tone: 'error', code: 'busy', params: undefined });
  expect(messageOf(received(failed, testView({ revision: 2, queue: 1 })))?.code).toBe('busy');
  expect(messageOf(received(failed, testView({ revision: 2, notice })))).toEqual(notice);
});

test('why a press in a dialog was refused stands there, whatever comes and goes meanwhile', () => {
  const news = { ...notice, id: 6, tone: 'info' } as const;
  const before = shown({ view: testView({ notice }), dialog: { kind: 'close-shift' }, noticeBeforeDialog: notice.id });
  const refused = { ...before, failure: problem('busy') };
  const shift = { number: 1, openedAt: 0 };
  for (const came of [null, news]) {
    expect(dialogMessageOf(received(refused, testView({ revision: 2, notice: came, shift })))?.code).toBe('busy');
  }
  const trouble = { ...notice, id: 7 };
  expect(dialogMessageOf(received(refused, testView({ revision: 2, notice: trouble, shift })))).toEqual(trouble);
});

test('a dialog tells only what came up since it opened, and the bar does not say it again', () => {
  const before = shown({ view: testView({ notice }) });
  const dialog = { ...before, ...opened(before, { kind: 'pin' }) };
  expect(dialogMessageOf(dialog)).toBeNull();
  expect(barMessageOf(dialog)).toEqual(notice);
  const refused = { ...dialog, failure: problem('pin-wrong') };
  expect(dialogMessageOf(refused)?.code).toBe('pin-wrong');
  expect(barMessageOf(refused)).toBeNull();
});
