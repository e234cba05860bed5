import { useTranslation } from 'react-i18next';
import type { UsbIdentity } from '../../../app/domain/found-device.ts';
import { TextField } from '../../components/text-field.tsx';
import { usbWords } from './device-words.ts';

type PortFieldProps = {
  readonly usb: UsbIdentity | null;
  readonly path: string;
  readonly error: string | null;
  readonly onChange?: (path: string) => void;
};

/** Where a device is plugged in: by its path or, when it says who it is, wherever that may be. */
export function PortField({ usb, path, error, onChange = () => {} }: PortFieldProps) {
  const { t } = useTranslation();
  if (usb && path === '') {
    return (
      <div className="setup-fact">
        <span>{t('setup.usbDevice')}</span>
        <b>{usbWords(t, usb)}</b>
        <span>{t('setup.usbHelp')}</span>
      </div>
    );
  }
  return (
    <TextField
      label={usb ? t('setup.portOrUsb', { usb: usbWords(t, usb) }) : t('setup.port')}
      kind="text"
      value={path}
      error={error}
      placeholder={t('setup.portExample')}
      onChange={onChange}
    />
  );
}
