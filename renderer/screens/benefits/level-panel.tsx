import './level-panel.css';
import { useTranslation } from 'react-i18next';
import type { BenefitView } from '../../../app/contract/benefit.ts';
import { useFormat } from '../../context.tsx';
import { MOST_FAILED_PERCENT, shareOfFailed } from './share-of-failed.ts';

/** How the ЕЦС answered within a day, beside what the regulation allows. */
export function LevelPanel({ level }: Pick<BenefitView, 'level'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const share = shareOfFailed(level);
  return (
    <section className="level-panel" aria-label={t('benefits.level')}>
      <h3>{t('benefits.level')}</h3>
      {share === null ? (
        <p>{t('benefits.noChecks')}</p>
      ) : (
        <>
          <p className="level-panel__share" data-over={share > MOST_FAILED_PERCENT}>
            {t('benefits.share', { share: format.percent(share), most: MOST_FAILED_PERCENT })}
          </p>
          <p>{t('benefits.counts', level)}</p>
        </>
      )}
    </section>
  );
}
