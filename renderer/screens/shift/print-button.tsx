import './print-button.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PushButton } from '../../components/push-button.tsx';
import { useWorkstation } from '../../context.tsx';
import { actOn, useKeyPress } from '../../keys/use-keys.ts';
import { isCovered } from '../../screen.ts';

type PrintButtonProps = {
  readonly label: string;
  readonly keyId: 'printX' | 'reprint';
  /** True when the desk took it. */
  readonly print: () => Promise<boolean>;
};

/** Prints a report, and says that it is on its way: nothing else on the screen changes by it. */
export function PrintButton({ label, keyId, print }: PrintButtonProps) {
  const { t } = useTranslation();
  const { screen } = useWorkstation();
  const [printed, setPrinted] = useState(false);
  const press = async () => {
    setPrinted(false);
    setPrinted(await print());
  };
  useKeyPress('part', (event) =>
    isCovered(screen.getState()) ? false : actOn(event, { [keyId]: () => void press() }),
  );
  return (
    <div className="print-button">
      <PushButton label={label} keyId={keyId} onPress={() => void press()} />
      <p role="status">{printed && t('shift.printed')}</p>
    </div>
  );
}
