import { useTranslation } from 'react-i18next';
import type { SaleView } from '../../../../app/contract/view.ts';
import { minus, ZERO } from '../../../../app/domain/money.ts';
import { Chip } from '../../../components/chip.tsx';
import { useFormat, useWorkstation } from '../../../context.tsx';

/** What a benefit of the ЕЦС takes off the receipt. */
export function BenefitChip({ benefit }: { readonly benefit: SaleView['benefits'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { run } = useWorkstation();
  const { caseId, name, off } = benefit;
  return (
    <Chip tone="good" remove={t('benefits.takeOff', { name })} onRemove={() => void run('benefit.takeOff', { caseId })}>
      {t('benefits.chip', { name })} <b>{format.money(minus(ZERO, off))}</b>
    </Chip>
  );
}
