import './level-panel.css';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BenefitView } from '../../../app/contract/benefit.ts';
import type { CommandOutput } from '../../../app/contract/commands.ts';
import { useFormat, useWorkstation } from '../../context.tsx';
import { MOST_FAILED_PERCENT, shareOfFailed } from './share-of-failed.ts';

/** How the ЕЦС answered within a day, beside what the regulation allows. */
export function LevelPanel({ checking }: Pick<BenefitView, 'checking'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const level = useLevel(checking === null);
  if (!level) return null;
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

/** Asked for anew after every check. */
function useLevel(idle: boolean): CommandOutput<'benefit.level'> | null {
  const { ask } = useWorkstation();
  const [level, setLevel] = useState<CommandOutput<'benefit.level'> | null>(null);
  useEffect(() => {
    if (idle) void ask('benefit.level', undefined).then(setLevel);
  }, [ask, idle]);
  return level;
}
