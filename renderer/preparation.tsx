import './preparation.css';
import { Progress } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand/react';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../app/contract/commands.ts';
import { type PreparationProgress, preparationProgress } from '../app/contract/preparation.ts';

type Progressing = StoreApi<{ readonly progress: PreparationProgress | null }>;

/** Listens at once: what is told when the page is there must find somebody. */
export function watchPreparation(bridge: Pick<Bridge, 'subscribe'>): Progressing {
  const store: Progressing = createStore(() => ({ progress: null }));
  bridge.subscribe((told) => {
    const { data } = preparationProgress.safeParse(told);
    // The last thing told is the till's first snapshot: this page is about to go.
    if (data) store.setState({ progress: data });
  });
  return store;
}

/** Stands in the window while the journal is restored or migrated: there is no till yet. */
export function Preparation({ state }: { readonly state: Progressing }) {
  const { t } = useTranslation();
  const progress = useStore(state, ({ progress }) => progress);
  if (!progress) return null;
  const percent = Math.floor(progress.share * 100);
  return (
    <main className="preparation">
      <h1>{t(`preparation.${progress.task}`)}</h1>
      <Progress value={percent} aria-label={t('preparation.progress')} />
      <p className="preparation__step">
        <span role="status">{t(`preparation.step.${progress.step}`)}</span>
        <span>{t('preparation.percent', { percent })}</span>
      </p>
      <p className="preparation__help">{t('preparation.help')}</p>
    </main>
  );
}
