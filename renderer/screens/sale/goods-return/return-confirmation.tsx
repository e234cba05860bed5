import type { SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandInput } from '../../../../app/contract/commands.ts';
import type { ReceiptView, RefundView } from '../../../../app/contract/receipts.ts';
import { ZERO } from '../../../../app/domain/money.ts';
import { quantity } from '../../../../app/domain/quantity.ts';
import { Figure } from '../../../components/figure.tsx';
import { useInitialFocus } from '../../../components/focus.ts';
import { DialogMessage } from '../../../components/message.tsx';
import { PushButton } from '../../../components/push-button.tsx';
import { useSeen } from '../../../components/use-seen.ts';
import { useFormat } from '../../../context.tsx';
import { useDialogMessage } from '../../../frame/use-dialog-message.ts';
import { actOn, useKeyPress } from '../../../keys/use-keys.ts';
import { ReceiptSummary } from './receipt-summary.tsx';

type ReturnConfirmationProps = {
  readonly receipt: ReceiptView;
  readonly lines: CommandInput<'return.preview'>['lines'];
  /** `null` until the desk has said what comes back for just these lines. */
  readonly refund: RefundView | null;
  readonly writing: boolean;
  readonly onConfirm: () => void;
  readonly onBack: () => void;
};

const WAYS = ['cash', 'card', 'credit', 'certificates', 'bonuses'] as const;

/**
 * What is given out, asked before it is: goods, and the sums by the way they were paid. Enter goes back, as the keyboard starts
 * there; giving out has a key of its own and waits until the question can have been read.
 */
export function ReturnConfirmation(props: ReturnConfirmationProps) {
  const { receipt, lines, refund, writing, onConfirm, onBack } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const message = useDialogMessage();
  const seen = useSeen();
  const focus = useInitialFocus<HTMLButtonElement>();
  const isReady = seen && refund !== null && !writing;
  useKeyPress('dialog', (event) => actOn(event, { giveBack: () => isReady && onConfirm() }));
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (isReady) onConfirm();
  };
  const chosen = new Map(lines.map((line) => [line.index, line.quantity]));
  const ways = WAYS.filter((way) => refund && (refund[way] ?? ZERO) > 0);
  return (
    <form className="dialog-form dialog-form--fields" onSubmit={submit}>
      <ReceiptSummary receipt={receipt} />
      <ul className="return-form__chosen" aria-label={t('return.goods')}>
        {receipt.lines.map(({ index, name, weighed }) => {
          const given = quantity(chosen.get(index) ?? 0);
          return (
            given !== null && (
              <li key={index}>
                <span>{name}</span> <b>{format.quantity(given, weighed)}</b>
              </li>
            )
          );
        })}
      </ul>
      <section className="return-form__sums" aria-label={t('return.refund')} aria-live="polite">
        {ways.length > 0 && refund ? (
          <dl>
            {ways.map((way) => (
              <Figure key={way} label={t(`return.give.${way}`)} value={format.money(refund[way] ?? ZERO)} tone="hero" />
            ))}
          </dl>
        ) : (
          <p>{refund ? t('return.giveNothing') : t('redemption.unknown')}</p>
        )}
      </section>
      <DialogMessage message={message} />
      <div className="dialog-form__buttons">
        <PushButton {...focus} label={t('action.back')} keyId="dismiss" onPress={() => seen && onBack()} />
        <PushButton
          label={t('return.write')}
          keyId="giveBack"
          tone="danger"
          waiting={writing}
          disabled={!seen || refund === null}
        />
      </div>
    </form>
  );
}
