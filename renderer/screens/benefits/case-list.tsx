import './case-list.css';
import { useTranslation } from 'react-i18next';
import type { BenefitCaseView } from '../../../app/contract/benefit.ts';
import { OptionList } from '../../components/option-list.tsx';
import { useFormat } from '../../context.tsx';

type CaseListProps = {
  readonly cases: readonly BenefitCaseView[];
  readonly shown: BenefitCaseView | null;
  readonly onShow: (id: number) => void;
};

/** The latest benefits at this till; one that waits for a decision is opened from here. */
export function CaseList({ cases, shown, onShow }: CaseListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  if (cases.length === 0) return null;
  return (
    <section className="case-list">
      <h3>{t('benefits.cases')}</h3>
      <OptionList
        label={t('benefits.cases')}
        items={cases}
        keyOf={({ id }) => id}
        at={cases.findIndex((one) => one.id === shown?.id)}
        onMove={(place) => {
          const one = cases[place];
          if (one) onShow(one.id);
        }}
      >
        {({ at, service, category, stage, delivery }) => (
          <>
            <span>{format.clock(new Date(at))}</span>
            <b>{category ?? service}</b>
            <em className="case-list__stage" data-stage={delivery?.dead ? 'failed' : stage}>
              {t(`benefits.mark.${stage}`)}
            </em>
          </>
        )}
      </OptionList>
    </section>
  );
}
