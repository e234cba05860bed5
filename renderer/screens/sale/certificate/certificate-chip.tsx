import { useTranslation } from 'react-i18next';
import type { SaleView } from '../../../../app/contract/view.ts';
import { minus, ZERO } from '../../../../app/domain/money.ts';
import { Chip } from '../../../components/chip.tsx';
import { useFormat, useWorkstation } from '../../../context.tsx';

type CertificateChipProps = {
  readonly certificate: SaleView['certificates'][number];
  /** Its place on the receipt, from 0. */
  readonly place: number;
  readonly withBalance?: boolean;
  readonly onRemoved?: () => void;
};

/** A certificate that pays a part of the receipt. */
export function CertificateChip({ certificate, place, withBalance = false, onRemoved }: CertificateChipProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { run } = useWorkstation();
  const { ending, amount, balance } = certificate;
  const remove = async () => {
    if (await run('certificate.remove', { place })) onRemoved?.();
  };
  return (
    <Chip remove={t('certificate.remove', { ending })} onRemove={() => void remove()}>
      {t('certificate.item', { ending })} <b>{format.money(minus(ZERO, amount))}</b>
      {withBalance && ` ${t('certificate.of', { balance: format.money(balance) })}`}
    </Chip>
  );
}
