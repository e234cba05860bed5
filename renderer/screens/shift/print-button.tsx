import './print-button.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PushButton } from '../../components/push-button.tsx';

type PrintButtonProps = {
  readonly label: string;
  /** True when the desk took it. */
  readonly print: () => Promise<boolean>;
};

/** Prints a report, and says that it is on its way: nothing else on the screen changes by it. */
export function PrintButton({ label, print }: PrintButtonProps) {
  const { t } = useTranslation();
  const [printed, setPrinted] = useState(false);
  const press = async () => {
    setPrinted(false);
    setPrinted(await print());
  };
  return (
    <div className="print-button">
      <PushButton label={label} onPress={() => void press()} />
      <p role="status">{printed && t('shift.printed')}</p>
    </div>
  );
}
