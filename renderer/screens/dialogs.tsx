import { dismiss } from '../frame/in-front.ts';
import './dialogs.css';
import { Modal } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SaleView } from '../../app/contract/view.ts';
import { useReturnedFocus } from '../components/focus.ts';
import { useScreen, useView, useWorkstation } from '../context.tsx';
import { WarningList } from '../frame/warnings/warning-list.tsx';
import type { Dialog } from '../screen.ts';
import { decisionWords } from './journal/outbox/decision-words.ts';
import { OutboxDialog } from './journal/outbox/outbox-dialog.tsx';
import { CancelDialog } from './sale/cancel-dialog.tsx';
import { CertificateDialog } from './sale/certificate/certificate-dialog.tsx';
import { CheckoutDialog } from './sale/checkout-dialog.tsx';
import { DoubtNotice } from './sale/doubt/doubt-notice.tsx';
import { ReturnDialog } from './sale/goods-return/return-dialog.tsx';
import { HeldDialog } from './sale/held/held-dialog.tsx';
import { largeSumOf } from './sale/large-sum.ts';
import { ManualDiscountDialog } from './sale/manual-discount/manual-discount-dialog.tsx';
import { MenuDialog } from './sale/menu/menu-dialog.tsx';
import { PinDialog } from './sale/pin-dialog.tsx';
import { PromoDialog } from './sale/promo/promo-dialog.tsx';
import { QuantityDialog } from './sale/quantity-dialog.tsx';
import { QuestionDialog } from './sale/question-dialog.tsx';
import { RegistrationDialog } from './sale/registration/registration-dialog.tsx';
import { SearchDialog } from './sale/search/search-dialog.tsx';
import { WritingNotice } from './sale/writing-notice.tsx';
import { LeaveSetupDialog } from './setup/leave-setup-dialog.tsx';
import { ScannerAdvice } from './setup/scanners/scanner-advice.tsx';
import { CloseShiftDialog } from './shift/close-shift-dialog.tsx';

type Shown = {
  readonly title: string;
  readonly body: ReactNode;
  /** False for what the cashier cannot put aside. */
  readonly closable: boolean;
};

const USUAL_WIDTH = '30rem';
/** Dialogs that are more than a question and a number. */
const WIDTHS: { readonly [Kind in Dialog['kind']]?: string } = {
  registration: '40rem',
  'manual-discount': '34rem',
  return: '48rem',
  held: '36rem',
  warnings: '40rem',
  'leave-setup': '36rem',
  'scanner-advice': '48rem',
  search: '48rem',
};

/** Whatever stands in front of the sale, one at a time: what became of a write first, then a question, then a dialog. */
export function Dialogs() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const stage = useView((view) => view.sale.stage);
  const question = useView((view) => view.question);
  const dialog = useScreen((screen) => screen.dialog);
  const nothingDue = useView(({ sale }) => sale.calculated && sale.totals.due === 0);
  const disagrees = useView((view) => view.disagreement !== null);
  const shown =
    noticeOfWrite(t, stage, disagrees) ??
    (question && {
      title: t(largeSumOf(question) === null ? 'question.title' : 'question.sumTitle'),
      body: <QuestionDialog key={question.id} question={question} />,
      closable: true,
    }) ??
    (dialog && { title: titleOf(t, dialog, nothingDue), body: <DialogBody dialog={dialog} />, closable: true });
  useReturnedFocus(shown !== null);

  return (
    <Modal
      opened={shown !== null}
      onClose={() => dismiss(workstation)}
      title={shown?.title}
      size={(dialog && WIDTHS[dialog.kind]) ?? USUAL_WIDTH}
      padding="1.25rem"
      centered
      returnFocus={false}
      lockScroll={false}
      // Escape is one of the screen's keys, so that one press takes one thing away.
      closeOnEscape={false}
      closeOnClickOutside={false}
      withCloseButton={shown?.closable ?? false}
      closeButtonProps={{ 'aria-label': t('action.close') }}
      transitionProps={{ duration: 0 }}
      className="dialogs"
      // The page has one banner, the till's own.
      attributes={{ header: { role: 'presentation' } }}
      data-stage={stage}
    >
      {shown?.body}
    </Modal>
  );
}

function noticeOfWrite(t: TFunction, stage: SaleView['stage'], disagrees: boolean): Shown | null {
  if (stage === 'writing') return { title: t('writing.title'), body: <WritingNotice />, closable: false };
  if (stage !== 'in-doubt') return null;
  return { title: t(disagrees ? 'doubt.disagrees' : 'doubt.title'), body: <DoubtNotice />, closable: false };
}

function titleOf(t: TFunction, dialog: Dialog, nothingDue: boolean): string {
  switch (dialog.kind) {
    case 'quantity':
      return t('quantity.title');
    case 'pin':
      return t('pin.title');
    case 'cancel':
      return t('cancel.title');
    case 'checkout':
      return nothingDue ? t('pay.confirm') : t(`pay.${dialog.payment}Title`);
    case 'certificate':
      return t('certificate.title');
    case 'promo':
      return t('promo.title');
    case 'registration':
      return t('registration.title');
    case 'manual-discount':
      return t('discount.title');
    case 'return':
      return t(dialog.confirming ? 'return.confirmTitle' : 'return.title');
    case 'held':
      return t('held.title');
    case 'warnings':
      return t('warnings.title');
    case 'close-shift':
      return t('shift.closeTitle');
    case 'outbox':
      return t(decisionWords(dialog.decision, dialog.entry.kind).title);
    case 'leave-setup':
      return t('setup.leaveTitle');
    case 'scanner-advice':
      return t('scannerAdvice.title');
    case 'menu':
      return t(`menu.${dialog.menu}`);
    case 'search':
      return t('search.title');
  }
}

function DialogBody({ dialog }: { readonly dialog: Dialog }) {
  switch (dialog.kind) {
    case 'quantity':
      return <QuantityDialog index={dialog.index} typed={dialog.typed} />;
    case 'pin':
      return <PinDialog />;
    case 'cancel':
      return <CancelDialog />;
    case 'checkout':
      return <CheckoutDialog payment={dialog.payment} />;
    case 'certificate':
      return <CertificateDialog pin={dialog.pin ?? ''} />;
    case 'promo':
      return <PromoDialog />;
    case 'registration':
      return <RegistrationDialog draft={dialog.draft} />;
    case 'manual-discount':
      return <ManualDiscountDialog markUp={dialog.markUp} />;
    case 'return':
      return <ReturnDialog receipt={dialog.receipt} confirming={dialog.confirming === true} />;
    case 'held':
      return <HeldDialog />;
    case 'warnings':
      return <WarningList />;
    case 'close-shift':
      return <CloseShiftDialog />;
    case 'outbox':
      return <OutboxDialog decision={dialog.decision} entry={dialog.entry} />;
    case 'leave-setup':
      return <LeaveSetupDialog place={dialog.place} panel={dialog.panel} />;
    case 'scanner-advice':
      return <ScannerAdvice />;
    case 'menu':
      return <MenuDialog menu={dialog.menu} />;
    case 'search':
      return <SearchDialog typed={dialog.typed} />;
  }
}
