import { useTranslation } from 'react-i18next';
import { type Quantity, quantity } from '../../../../app/domain/quantity.ts';
import { TextField } from '../../../components/text-field.tsx';
import { useFormat } from '../../../context.tsx';
import { wrongQuantity } from '../../../text/number-words.ts';
import type { QuantityFault } from '../typed-quantity.ts';
import { readReturned, type SoldLine } from './returned-lines.ts';

type ReturnedLineProps = {
  readonly line: SoldLine;
  /** The quantity to give back, as typed. */
  readonly text: string;
  readonly onChange: (text: string) => void;
};

/** One line of the receipt with how much of it is given back. */
export function ReturnedLine({ line, text, onChange }: ReturnedLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const left = quantity(line.returnable);
  const read = readReturned(text, line);
  const amount = (of: Quantity) => format.quantity(of, line.weighed);
  const wrong = (fault: QuantityFault | 'too-much', most: Quantity) =>
    fault === 'too-much' ? t('return.tooMuch', { most: amount(most) }) : wrongQuantity(t, fault);
  return (
    <li className="returned-line" data-over={left === null}>
      <span className="returned-line__name">{line.name}</span>
      <span className="returned-line__sold">
        {t('return.sold', { quantity: amount(line.sold), price: format.money(line.price) })}
        {left !== null && line.returnable < line.sold && <> · {t('return.left', { quantity: amount(left) })}</>}
      </span>
      {left === null ? (
        <em>{t('return.over')}</em>
      ) : (
        <TextField
          id={`return-line-${line.index}`}
          label={t('return.quantityOf', { name: line.name })}
          labelHidden
          placeholder="0"
          value={text}
          onChange={onChange}
          error={read.ok ? null : wrong(read.error, left)}
        />
      )}
    </li>
  );
}
