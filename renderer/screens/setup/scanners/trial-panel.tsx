import { openDialog } from '../../../frame/in-front.ts';
import './trial-panel.css';
import { useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { TriedScan } from '../../../../app/contract/view.ts';
import { PushButton } from '../../../components/push-button.tsx';
import { useFormat, useView, useWorkstation } from '../../../context.tsx';
import { readingWords } from '../../../text/reading-words.ts';
import { codeBytes, codeParts } from './scan-signs.ts';
import { symbologyName } from './symbology-name.ts';

/** While it is on the screen every scan is shown here, to the byte, and sold to nobody. */
export function TrialPanel() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const { read } = workstation;
  const scans = useView((view) => view.trial) ?? [];
  // Before the next screen is painted: whoever sees the sale again may scan for it.
  useLayoutEffect(() => {
    void read('setup.listen', { on: true });
    return () => void read('setup.listen', { on: false });
  }, [read]);
  return (
    <section className="trial panel" aria-label={t('trial.title')}>
      <header className="trial__head">
        <div>
          <h3>{t('trial.title')}</h3>
          <p className="trial__help">{t('trial.help')}</p>
        </div>
        <PushButton label={t('trial.advice')} onPress={() => openDialog(workstation, { kind: 'scanner-advice' })} />
      </header>
      {scans.length === 0 && <p className="trial__none">{t('trial.none')}</p>}
      <ol aria-label={t('trial.list')} aria-live="polite">
        {scans.map((scan, place) => (
          <Tried key={scan.id} scan={scan} before={scans[place + 1]} />
        ))}
      </ol>
    </section>
  );
}

type TriedProps = { readonly scan: TriedScan; readonly before: TriedScan | undefined };

function Tried({ scan, before }: TriedProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { text, aim, source, readings } = scan;
  const meanings = readings.map((reading) => readingWords(t, format, reading));
  return (
    <li className="tried-scan">
      <code className="tried-scan__text">
        {codeParts(text).map((part) => (
          <span key={part.at} data-kind={part.kind}>
            {part.text}
          </span>
        ))}
      </code>
      <span className="tried-scan__since">
        {before && t('trial.since', { seconds: format.seconds(scan.at - before.at) })}
      </span>
      <p>
        {aim === null ? t('trial.noAim') : [`]${aim}`, symbologyName(aim)].filter(Boolean).join(' · ')}
        {' · '}
        {t(`trial.source.${source}`)}
      </p>
      <p className="tried-scan__meaning">{meanings.length > 0 ? meanings.join(' / ') : t('trial.unknown')}</p>
      <code className="tried-scan__bytes">{codeBytes(text)}</code>
    </li>
  );
}
