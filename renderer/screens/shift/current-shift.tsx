import { openDialog } from '../../frame/in-front.ts';
import './current-shift.css';
import { useTranslation } from 'react-i18next';
import { useInitialFocus } from '../../components/focus.ts';
import { PushButton } from '../../components/push-button.tsx';
import { useView, useWorkstation } from '../../context.tsx';
import { actOn, useKeyPress } from '../../keys/use-keys.ts';
import { isCovered } from '../../screen.ts';
import { PrintButton } from './print-button.tsx';

type CurrentShiftProps = {
  /** The keyboard starts here: there is nothing else to choose. */
  readonly focused: boolean;
};

/** What can be done now: a look at the shift that runs and its end, or the beginning of the next one. */
export function CurrentShift({ focused }: CurrentShiftProps) {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const { run } = workstation;
  const isOpen = useView((view) => view.shift !== null);
  const focus = useInitialFocus<HTMLButtonElement>(focused);
  const close = () => openDialog(workstation, { kind: 'close-shift' });
  useKeyPress('part', (event) =>
    isCovered(workstation.screen.getState()) || !isOpen ? false : actOn(event, { closeShift: close }),
  );
  if (!isOpen) {
    return (
      <section className="current-shift panel" aria-label={t('shift.none')}>
        <h3>{t('shift.none')}</h3>
        <p>{t('shift.noneHelp')}</p>
        <PushButton
          {...focus}
          label={t('shift.begin')}
          tone="primary"
          onPress={() => void run('shift.open', undefined)}
        />
      </section>
    );
  }
  return (
    <div className="current-shift">
      <PrintButton label={t('shift.printX')} keyId="printX" print={() => run('shift.printX', undefined)} />
      <PushButton label={t('shift.close')} keyId="closeShift" tone="primary" onPress={close} />
    </div>
  );
}
