import './slip-panel.css';
import { useTranslation } from 'react-i18next';
import type { SaleView } from '../../../app/contract/view.ts';
import { PushButton } from '../../components/push-button.tsx';
import { useView, useWorkstation } from '../../context.tsx';
import { reprint } from './print-actions.ts';

/** The slip as it prints, sign by sign, and how its printing goes. */
export function SlipPanel() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const done = useView((view) => view.sale.done);
  if (!done) return null;
  return (
    <section className="slip-panel" aria-label={t('done.slip')}>
      <PrintState print={done.print} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached without a mouse */}
      <div className="slip-panel__paper" tabIndex={0}>
        {done.slip.length > 0 ? <pre>{done.slip.join('\n')}</pre> : <p>{t('done.noSlip')}</p>}
      </div>
      <PushButton
        label={t('action.reprint')}
        keyId="reprint"
        disabled={done.slip.length === 0}
        onPress={() => reprint(workstation)}
      />
    </section>
  );
}

function PrintState({ print }: Pick<NonNullable<SaleView['done']>, 'print'>) {
  const { t } = useTranslation();
  return (
    <p className="slip-panel__state" data-print={print} role="status">
      {t(`print.${print}`)}
    </p>
  );
}
