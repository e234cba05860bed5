import { useTranslation } from 'react-i18next';
import type { RefundView } from '../../../../app/contract/receipts.ts';
import { ZERO } from '../../../../app/domain/money.ts';
import { Figure } from '../../../components/figure.tsx';
import { useFormat } from '../../../context.tsx';

type RefundPreviewProps = {
  readonly refund: RefundView | null;
  /** Nothing is chosen to be given back. */
  readonly nothing: boolean;
};

const WAYS = ['cash', 'card', 'credit', 'certificates', 'bonuses'] as const;

/** What the customer gets back, by the way it was paid. */
export function RefundPreview({ refund, nothing }: RefundPreviewProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <section className="refund-preview" aria-label={t('return.refund')} aria-live="polite">
      <h3>{t('return.refund')}</h3>
      {nothing ? (
        <p>{t('return.nothing')}</p>
      ) : (
        <dl>
          {WAYS.filter((way) => way !== 'credit' || refund?.credit !== undefined).map((way) => (
            <Figure
              key={way}
              label={t(`return.${way}`)}
              value={refund ? format.money(refund[way] ?? ZERO) : t('redemption.unknown')}
              tone={refund && (refund[way] ?? ZERO) > 0 ? 'minus' : 'plain'}
            />
          ))}
        </dl>
      )}
    </section>
  );
}
