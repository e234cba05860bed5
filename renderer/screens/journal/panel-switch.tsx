import { useTranslation } from 'react-i18next';
import { Choice } from '../../components/choice.tsx';
import { useScreen, useView, useWorkstation } from '../../context.tsx';
import { goTo } from '../../places.ts';

/** Receipts, or what is yet to be sent, with how much that is. */
export function PanelSwitch() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const panel = useScreen((screen) => screen.panel);
  const number = useView(({ outbox }) => outbox.waiting + outbox.dead);
  return (
    <Choice
      label={t('journal.panel')}
      labelHidden
      options={[
        { value: 'receipts', label: t('journal.receipts') },
        { value: 'outbox', label: t('journal.outbox', { number }) },
      ]}
      value={panel}
      onChange={(next) => goTo(workstation, 'journal', next)}
    />
  );
}
