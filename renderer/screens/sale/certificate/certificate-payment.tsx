import { type SubmitEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../../app/contract/view.ts';
import type { Kopecks } from '../../../../app/domain/money.ts';
import { DialogButtons } from '../../../components/dialog-buttons.tsx';
import { Figure } from '../../../components/figure.tsx';
import { useInitialFocus } from '../../../components/focus.ts';
import { DialogMessage } from '../../../components/message.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useFormat, useScreen, useView, useWorkstation } from '../../../context.tsx';
import { dismiss } from '../../../frame/in-front.ts';
import { useDialogMessage } from '../../../frame/use-dialog-message.ts';
import { wrongSum } from '../../../text/number-words.ts';
import { readSum } from '../../../typed-sum.ts';
import { CERTIFICATE_FIELD_ID } from './ids.ts';

type CertificatePaymentProps = { readonly certificate: NonNullable<View['certificate']> };

/** A certificate that was found: how much of it pays this receipt. The dialog closes once the desk took it. */
export function CertificatePayment({ certificate }: CertificatePaymentProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const workstation = useWorkstation();
  const message = useDialogMessage();
  const focus = useInitialFocus<HTMLInputElement>();
  const due = useView((view) => view.sale.totals.due);
  const adding = useScreen((screen) => screen.running.includes('certificate.add'));
  /** `null` shows what is suggested. */
  const [draft, setDraft] = useState<string | null>(null);
  const text = draft ?? format.typed(certificate.suggested);
  const read = readSum(text);
  const amount = read.ok ? read.value : null;
  const wrong = amount === null ? null : whatIsWrong(amount, certificate.balance, due);
  // The typed PIN was this certificate's.
  useEffect(() => workstation.screen.setState({ dialog: { kind: 'certificate' } }), [workstation]);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (amount && !wrong && !adding) void workstation.run('certificate.add', { amount });
  };
  return (
    <form className="dialog-form" onSubmit={submit}>
      <dl className="certificate-dialog__sums">
        <Figure
          label={t('certificate.balance', { ending: certificate.ending })}
          value={format.money(certificate.balance)}
        />
        <Figure label={t('pay.due')} value={format.money(due)} />
      </dl>
      <TextField
        {...focus}
        id={CERTIFICATE_FIELD_ID}
        label={t('certificate.amount')}
        value={text}
        onChange={setDraft}
        error={read.ok ? wrong && t(wrong) : wrongSum(t, read.error)}
      />
      <DialogMessage message={message} />
      <DialogButtons
        confirm={t('certificate.add')}
        waiting={adding}
        disabled={!amount || wrong !== null}
        onCancel={() => dismiss(workstation)}
      />
    </form>
  );
}

function whatIsWrong(amount: Kopecks, balance: Kopecks, due: Kopecks) {
  if (due === 0) return 'certificate.nothingDue';
  return amount > balance ? 'certificate.tooMuch' : null;
}
