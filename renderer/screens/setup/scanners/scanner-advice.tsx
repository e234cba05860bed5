import { dismiss } from '../../../frame/in-front.ts';
import './scanner-advice.css';
import { useTranslation } from 'react-i18next';
import { PushButton } from '../../../components/push-button.tsx';
import { useWorkstation } from '../../../context.tsx';

const ADVICE = ['mode', 'suffix', 'aim', 'separator', 'layout', 'noise', 'codes'] as const;
const MAKERS = ['honeywell', 'zebra', 'datalogic', 'newland', 'mertech'] as const;

/** How a scanner should be set up, as a sheet to print and take along to it. */
export function ScannerAdvice() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  return (
    <div className="dialog-form">
      <article className="scanner-advice">
        <h2>{t('scannerAdvice.title')}</h2>
        <p>{t('scannerAdvice.intro')}</p>
        <ol>
          {ADVICE.map((one) => (
            <li key={one}>
              <b>{t(`scannerAdvice.${one}`)}</b> {t(`scannerAdvice.${one}Help`)}
            </li>
          ))}
        </ol>
        <h3>{t('scannerAdvice.makers')}</h3>
        <table>
          <tbody>
            {MAKERS.map((maker) => (
              <tr key={maker}>
                <th scope="row">{t(`scannerAdvice.${maker}`)}</th>
                <td>{t(`scannerAdvice.${maker}Help`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>{t('scannerAdvice.check')}</p>
      </article>
      <div className="dialog-form__buttons">
        <PushButton label={t('action.close')} keyId="dismiss" onPress={() => dismiss(workstation)} />
        <PushButton label={t('scannerAdvice.print')} tone="primary" onPress={() => window.print()} />
      </div>
    </div>
  );
}
