import './shift-screen.css';
import { VisuallyHidden } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShiftReportView } from '../../../app/contract/shift.ts';
import { plus } from '../../../app/domain/money.ts';
import { OptionList } from '../../components/option-list.tsx';
import { useFormat } from '../../context.tsx';
import { MessageBar } from '../../frame/message-bar.tsx';
import { useSteadyFocus } from '../../frame/use-steady-focus.ts';
import { CurrentShift } from './current-shift.tsx';
import { ShiftPicture } from './shift-picture.tsx';
import { useShiftReports } from './use-shift-reports.ts';

/** The working day: the open shift, and those before it. */
export function ShiftScreen() {
  const reports = useShiftReports();
  useSteadyFocus();
  return <div className="shift-screen">{reports && <Shifts reports={reports} />}</div>;
}

/** A shift that is closed while it is shown stays in sight: its Z report has its number. */
function Shifts({ reports }: { readonly reports: readonly ShiftReportView[] }) {
  const { t } = useTranslation();
  const [chosen, choose] = useState<number | null>(null);
  const at = Math.max(
    0,
    reports.findIndex(({ number }) => number === chosen),
  );
  const shown = reports[at];
  return (
    <>
      <main className="shift-screen__main">
        <VisuallyHidden component="h1">{t('shift.title')}</VisuallyHidden>
        <MessageBar />
        {shown ? <ShiftPicture report={shown} /> : <p className="shift-screen__nothing panel">{t('shift.noneYet')}</p>}
      </main>
      <aside className="shift-screen__side" aria-label={t('action.label')}>
        <CurrentShift focused={!shown} />
        {shown && (
          <OptionList
            label={t('shift.list')}
            items={reports}
            keyOf={({ number }) => number}
            at={at}
            onMove={(place) => choose(reports[place]?.number ?? null)}
            focused
          >
            {(report) => <ShiftOption report={report} />}
          </OptionList>
        )}
      </aside>
    </>
  );
}

function ShiftOption({ report }: { readonly report: ShiftReportView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { kind, number, openedAt, closedAt, cash, card, credit } = report;
  return (
    <>
      <b>{kind === 'x' ? t('shift.now') : t('shift.z', { number })}</b>
      <span>{format.moment(new Date(closedAt ?? openedAt))}</span>
      <b>{format.money(plus(cash, card, credit))}</b>
    </>
  );
}
