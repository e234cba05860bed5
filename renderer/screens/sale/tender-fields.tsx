import { useTranslation } from 'react-i18next';
import type { Kopecks } from '../../../app/domain/money.ts';
import { useInitialFocus } from '../../components/focus.ts';
import { PushButton } from '../../components/push-button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useFormat } from '../../context.tsx';
import { quickSums } from './tender.ts';

export type TenderProps = {
  readonly due: Kopecks;
  readonly cash: string;
  readonly card: string;
  readonly setCash: (text: string) => void;
  readonly setCard: (text: string) => void;
};

/** Notes received, with the sums customers are likely to hand over. */
export function CashTender({ due, cash, setCash }: TenderProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const focus = useInitialFocus<HTMLInputElement>();
  return (
    <div>
      <TextField {...focus} label={t('pay.received')} value={cash} onChange={setCash} />
      <div className="tender-form__quick">
        <PushButton label={t('pay.exact')} onPress={() => setCash(format.typed(due))} />
        {quickSums(due).map((sum) => (
          <PushButton key={sum} label={format.whole(sum)} onPress={() => setCash(format.typed(sum))} />
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

/** A part in notes; the card takes the rest unless its part is typed. */
export function MixedTender({ cash, card, setCash, setCard }: TenderProps) {
  const { t } = useTranslation();
  const focus = useInitialFocus<HTMLInputElement>();
  return (
    <div className="tender-form__both">
      <TextField {...focus} label={t('pay.received')} value={cash} onChange={setCash} />
      <TextField label={t('pay.byCard')} value={card} onChange={setCard} />
    </div>
  );
}
