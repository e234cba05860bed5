import { useTranslation } from 'react-i18next';
import type { SaleView } from '../../../../app/contract/view.ts';
import { Chip } from '../../../components/chip.tsx';
import { useWorkstation } from '../../../context.tsx';

type PromoChipProps = { readonly promo: NonNullable<SaleView['promo']>; readonly onRemoved?: () => void };

/** The promo code of the receipt and what the service made of it. */
export function PromoChip({ promo, onRemoved }: PromoChipProps) {
  const { t } = useTranslation();
  const { run } = useWorkstation();
  const { code, answer } = promo;
  const remove = async () => {
    if (await run('promo.remove', undefined)) onRemoved?.();
  };
  return (
    <Chip
      tone={answer === null ? 'plain' : answer.accepted ? 'good' : 'warning'}
      remove={t('promo.remove', { code })}
      onRemove={() => void remove()}
    >
      {t('promo.item')} <b>{code}</b> ·{' '}
      {answer === null
        ? t('promo.notCalculated')
        : answer.message || t(answer.accepted ? 'promo.accepted' : 'promo.refused')}
    </Chip>
  );
}
