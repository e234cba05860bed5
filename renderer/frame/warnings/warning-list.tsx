import './warnings.css';
import { useTranslation } from 'react-i18next';
import { useInitialFocus } from '../../components/focus.ts';
import { MessageText } from '../../components/message.tsx';
import { PushButton } from '../../components/push-button.tsx';
import { useFormat, useView, useWorkstation } from '../../context.tsx';
import { dismiss } from '../in-front.ts';

/** All that was warned of since the program started, the latest first. */
export function WarningList() {
  const { t } = useTranslation();
  const format = useFormat();
  const workstation = useWorkstation();
  const warnings = useView((view) => view.warnings).toReversed();
  const focus = useInitialFocus<HTMLButtonElement>();
  return (
    <div className="dialog-form">
      {warnings.length === 0 && <p className="dialog-form__help">{t('warnings.none')}</p>}
      <ul className="warning-list">
        {warnings.map((warning) => (
          <li key={warning.id}>
            <time dateTime={new Date(warning.at).toISOString()}>{format.moment(new Date(warning.at))}</time>
            <MessageText message={{ ...warning, tone: 'warning' }} />
          </li>
        ))}
      </ul>
      <PushButton {...focus} label={t('action.close')} keyId="dismiss" onPress={() => dismiss(workstation)} />
    </div>
  );
}
