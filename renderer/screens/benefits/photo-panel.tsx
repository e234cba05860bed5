import './photo-panel.css';
import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BenefitView } from '../../../app/contract/benefit.ts';
import { PushButton } from '../../components/push-button.tsx';

type PhotoPanelProps = Pick<BenefitView, 'card' | 'checking'> & { readonly onCompared: () => void };

/** The step that the regulation puts before the question, as a key of its own; then the wait for the answer. */
export function PhotoPanel({ card, checking, onCompared }: PhotoPanelProps) {
  const { t } = useTranslation();
  return (
    <section className="photo-panel panel" aria-label={t('benefits.photo')}>
      {checking ? (
        <div className="photo-panel__wait" data-slow={checking === 'slow'} role="status">
          <Loader size="1.5rem" color="currentColor" aria-hidden />
          <div>
            <b>{t(checking === 'slow' ? 'benefits.slow' : 'benefits.asking')}</b>
            <p>{t('benefits.waitHelp')}</p>
          </div>
        </div>
      ) : (
        <>
          <p>{t('benefits.photo')}</p>
          <PushButton
            data-autofocus
            label={t('benefits.photoCompared')}
            keyId="photoCompared"
            tone="primary"
            layout="stack"
            disabled={card === null}
            onPress={onCompared}
          />
        </>
      )}
    </section>
  );
}
