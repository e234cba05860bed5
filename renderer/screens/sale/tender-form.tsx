import './tender-form.css';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Kopecks, ZERO } from '../../../app/domain/money.ts';
import { type Money, type PaymentKind, restOf, total } from '../../../app/domain/payment.ts';
import { DialogButtons } from '../../components/dialog-buttons.tsx';
import { Figure } from '../../components/figure.tsx';
import { DialogMessage } from '../../components/message.tsx';
import { useFormat, useScreen, useView, useWorkstation } from '../../context.tsx';
import { useDialogMessage, useFailure } from '../../frame/use-dialog-message.ts';
import { takenWords } from '../../money-words.ts';
import { refundWords } from '../../text/sentence.ts';
import { readSum } from '../../typed-sum.ts';
import { checkoutWords } from './offline/offline-words.ts';
import { type Reckoning, reckon, restByCard } from './tender.ts';
import { CardTender, CashTender, CreditTender, MixedTender, type TenderProps } from './tender-fields.tsx';

type TenderFormProps = {
  readonly payment: PaymentKind;
  /** Why the receipt is taken without a calculation: the service does not answer, or a person decided so. */
  readonly without?: 'offline' | 'waived';
  readonly onCancel: () => void;
};

/**
 * Takes the money: what was received, the change computed as it is typed. Enter writes the receipt. What an earlier payment brought
 * is not asked for again.
 */
export function TenderForm({ payment, without, onCancel }: TenderFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { run } = useWorkstation();
  const told = useDialogMessage();
  const failure = useFailure();
  // That the service does not answer is said by the note.
  const message = without ? failure : told;
  const sum = useView((view) => view.sale.totals.due);
  const taken = useView((view) => view.sale.taken);
  const { due, back } = restOf(sum, taken);
  const paying = useScreen((screen) => screen.running.includes('sale.pay'));
  const onCredit = payment === 'credit';
  const [cash, setCash] = useState(payment === 'cash' ? format.typed(due) : '');
  /** What goes on the card; `null` is whatever cash leaves. */
  const [typedCard, setCard] = useState<string | null>(null);
  const card = payment === 'cash' || onCredit ? '' : (typedCard ?? format.typed(restByCard(due, sumOr(due, cash))));
  const reckoning = reckon(due, cash, card, onCredit ? due : ZERO);

  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (!reckoning.ok || paying) return;
    const { change: _handedBack, ...tender } = reckoning.value;
    void run('sale.pay', { due: sum, ...tender });
  };
  const asksForMoney = due > ZERO;
  const fields: TenderProps = { due, cash, card, setCash, setCard };

  return (
    <form className="dialog-form" onSubmit={submit}>
      <dl className="tender-form__due">
        <Figure label={t('pay.due')} value={format.money(due)} tone="hero" />
      </dl>
      {without && <WithoutService why={without} />}
      {total(taken) > 0 && <Taken taken={taken} back={back} enough={due === ZERO} />}
      {asksForMoney && (
        <>
          {payment === 'cash' && <CashTender {...fields} />}
          {payment === 'card' && <CardTender />}
          {onCredit && <CreditTender />}
          {payment === 'mixed' && <MixedTender {...fields} />}
          {payment !== 'card' && !onCredit && <Change reckoning={reckoning} {...fields} />}
        </>
      )}
      <DialogMessage message={message} />
      <DialogButtons
        confirm={t(without ? 'offline.confirm' : 'pay.confirm')}
        waiting={paying}
        disabled={!reckoning.ok}
        focused={payment === 'card' || onCredit || !asksForMoney ? 'confirm' : undefined}
        onCancel={onCancel}
      />
    </form>
  );
}

function WithoutService({ why }: { readonly why: 'offline' | 'waived' }) {
  const { t } = useTranslation();
  const offline = useView((view) => view.offline);
  return (
    <div className="message" data-tone="warning">
      <p className="message__text">{why === 'offline' && offline ? checkoutWords(t, offline) : t('waive.checkout')}</p>
    </div>
  );
}

type TakenProps = { readonly taken: Money; readonly back: Money; readonly enough: boolean };

/** What is in hand already, and what of it is too much by now. */
function Taken({ taken, back, enough }: TakenProps) {
  const { t } = useTranslation();
  return (
    <div role="alert" className="message tender-form__taken" data-tone="warning">
      <p className="message__text">
        <b>{t('pay.taken', { money: takenWords(t, taken) })}</b>
      </p>
      {total(back) > 0 && (
        <p className="message__text">
          <b>{t('pay.giveBack', { money: refundWords(t, { params: back }) })}</b>
        </p>
      )}
      {enough && <p className="message__text">{t('pay.enough')}</p>}
    </div>
  );
}

function Change({ reckoning, due, cash, card }: TenderProps & { readonly reckoning: Reckoning }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (reckoning.ok) {
    return (
      <dl className="tender-form__change" aria-live="polite">
        <Figure label={t('pay.change')} value={format.money(reckoning.value.change)} tone="hero" />
      </dl>
    );
  }
  const missing = restByCard(restByCard(due, sumOr(due, card)), sumOr(due, cash));
  return (
    <dl className="tender-form__change" data-wrong aria-live="polite">
      {reckoning.error === 'not-enough' ? (
        <Figure label={t('pay.notEnough')} value={format.money(missing)} tone="hero" />
      ) : (
        <Figure label={t('pay.change')} value={t(WRONG[reckoning.error])} tone="bad" />
      )}
    </dl>
  );
}

/** A typed sum; one that cannot be read is taken for enough. */
function sumOr(enough: Kopecks, text: string): Kopecks {
  const read = readSum(text);
  return read.ok ? read.value : enough;
}

const WRONG = {
  unreadable: 'pay.unreadable',
  'card-over-due': 'pay.cardOverDue',
  'too-much': 'pay.tooMuch',
} as const;
