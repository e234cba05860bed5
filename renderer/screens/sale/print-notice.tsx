import './print-notice.css';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../app/contract/view.ts';
import { PushButton } from '../../components/push-button.tsx';
import { useView, useWorkstation } from '../../context.tsx';
import { advice, sentence } from '../../text/sentence.ts';
import { printAgain, printCancelled, printElsewhere, slipPrinted } from './print-actions.ts';

type Printing = NonNullable<View['printing']>;

/** Stands as long as a slip waits for its printer to be put right, or nobody knows whether it is on paper. */
export function PrintNotice() {
  const { t } = useTranslation();
  const printing = useView((view) => view.printing);
  return (
    <div role="alert" className="message__region" aria-label={t('printing.label')}>
      {printing && (
        <div className="message print-notice" data-tone="warning">
          <p className="message__text">
            <b>{titleOf(t, printing)}</b> {helpFor(t, printing)}
          </p>
          <Choices printing={printing} />
        </div>
      )}
    </div>
  );
}

function Choices({ printing }: { readonly printing: Printing }) {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const isDoubt = printing.state === 'in-doubt';
  return (
    <div className="print-notice__choices">
      {isDoubt && (
        <>
          <PushButton label={t('printing.printed')} keyId="slipPrinted" onPress={() => slipPrinted(workstation)} />
          <PushButton label={t('printing.again')} keyId="slipAgain" onPress={() => printAgain(workstation)} />
        </>
      )}
      {printing.printers.map(({ id, name }, place) => (
        <PushButton
          key={id}
          label={t('printing.elsewhere', { name })}
          {...(place === 0 && { keyId: 'slipElsewhere' })}
          onPress={() => printElsewhere(workstation, id)}
        />
      ))}
      {!isDoubt && (
        <PushButton label={t('printing.cancel')} keyId="slipCancel" onPress={() => printCancelled(workstation)} />
      )}
    </div>
  );
}

function titleOf(t: TFunction, { kind, number, state }: Printing): string {
  const slip = t(`printing.${kind}`, { number: number ?? '' });
  return t(state === 'in-doubt' ? 'printing.inDoubt' : 'printing.waiting', { slip });
}

function helpFor(t: TFunction, { state, problem }: Printing): string {
  if (state === 'in-doubt') return t('printing.inDoubtHelp');
  return problem ? [sentence(t, problem), advice(t, problem)].filter(Boolean).join(' ') : '';
}
