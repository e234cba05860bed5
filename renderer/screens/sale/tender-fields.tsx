import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Kopecks } from '../../../app/domain/money.ts';
import { useInitialFocus } from '../../components/focus.ts';
import { PushButton } from '../../components/push-button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useFormat } from '../../context.tsx';
import type { KeyId } from '../../keys/keymap.ts';
import { actOn, useKeyPress } from '../../keys/use-keys.ts';
import { wrongSum } from '../../text/number-words.ts';
import { readSum } from '../../typed-sum.ts';
import { quickSums } from './tender.ts';

export type TenderProps = {
  readonly due: Kopecks;
  readonly cash: string;
  readonly card: string;
  readonly setCash: (text: string) => void;
  readonly setCard: (text: string) => void;
};

const SUM_KEYS = ['firstSum', 'secondSum', 'thirdSum', 'fourthSum'] as const satisfies readonly KeyId[];

/** Notes received, with the sums customers are likely to hand over. */
export function CashTender({ due, cash, setCash }: TenderProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const focus = useInitialFocus<HTMLInputElement>();
  const sums = quickSums(due);
  const take = (sum: Kopecks | undefined) => {
    if (sum === undefined) return;
    setCash(format.typed(sum));
    // Enter takes the sum that was chosen, instead of choosing it again.
    focus.ref.current?.focus();
  };
  useKeyPress('dialog', (event) => {
    const [first, second, third, fourth] = sums;
    return actOn(event, {
      exactCash: () => take(due),
      firstSum: () => take(first),
      secondSum: () => take(second),
      thirdSum: () => take(third),
      fourthSum: () => take(fourth),
    });
  });
  return (
    <div>
      <TextField {...focus} label={t('pay.received')} value={cash} onChange={setCash} error={wrong(t, cash)} />
      <div className="tender-form__quick">
        <PushButton label={t('pay.exact')} keyId="exactCash" layout="stack" onPress={() => take(due)} />
        {sums.map((sum, place) => (
          <PushButton
            key={sum}
            label={format.whole(sum)}
            keyId={SUM_KEYS[place]}
            layout="stack"
            onPress={() => take(sum)}
          />
        ))}
      </div>
    </div>
  );
}

/** Nothing to type: the terminal takes the whole sum. */
export function CardTender() {
  const { t } = useTranslation();
  return <p className="dialog-form__help">{t('pay.cardHelp')}</p>;
}

/** Nothing is taken: the customer owes the whole sum. */
export function CreditTender() {
  const { t } = useTranslation();
  return <p className="dialog-form__help">{t('pay.creditHelp')}</p>;
}

/** A part in notes; the card takes the rest unless its part is typed. */
export function MixedTender({ cash, card, setCash, setCard }: TenderProps) {
  const { t } = useTranslation();
  const focus = useInitialFocus<HTMLInputElement>();
  return (
    <div className="tender-form__both">
      <TextField {...focus} label={t('pay.received')} value={cash} onChange={setCash} error={wrong(t, cash)} />
      <TextField label={t('pay.byCard')} value={card} onChange={setCard} error={wrong(t, card)} />
    </div>
  );
}

function wrong(t: TFunction, text: string): string | null {
  const read = readSum(text);
  return read.ok ? null : wrongSum(t, read.error);
}
