import { UnstyledButton } from '@mantine/core';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineView } from '../../../app/contract/view.ts';
import { minus, ZERO } from '../../../app/domain/money.ts';
import { useFormat } from '../../context.tsx';
import { rowId } from './ids.ts';

type LineRowProps = {
  readonly line: LineView;
  /** Place on the receipt, from 1. */
  readonly number: number;
  readonly selected: boolean;
  readonly select: (index: number) => void;
};

/** One line. Drawn again only when it is another one: a long receipt costs no more per scan than a short one. */
export const LineRow = memo(function LineRow({ line, number, selected, select }: LineRowProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <tr id={rowId(line.index)} aria-current={selected}>
      <td>
        {/* Covers the row for the mouse; by keyboard lines are chosen from the field. */}
        <UnstyledButton
          className="line-table__pick"
          tabIndex={-1}
          aria-label={t('lines.select', { number })}
          onClick={() => select(line.index)}
        >
          {number}
        </UnstyledButton>
      </td>
      <td>
        <span className="line-table__name" title={line.name}>
          {line.name}
        </span>
        <small>
          {line.weighed && <span>{t('lines.weighed')} · </span>}
          {line.code}
          {line.benefit > 0 && (
            <em className="line-table__benefit">
              {' '}
              · {t('benefits.onLine', { off: format.money(minus(ZERO, line.benefit)) })}
            </em>
          )}
          {line.unknown && <em> · {t('lines.unknown')}</em>}
        </small>
      </td>
      <td>{format.quantity(line.quantity, line.weighed)}</td>
      <td>{format.money(line.price)}</td>
      <td className="line-table__discount">{line.discount > 0 && format.money(minus(ZERO, line.discount))}</td>
      <td>{format.money(line.total)}</td>
    </tr>
  );
});
