import './sale-screen.css';
import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useView } from '../../context.tsx';
import { MessageBar } from '../../frame/message-bar.tsx';
import { useSteadyFocus } from '../../frame/use-steady-focus.ts';
import { isPaid } from '../../screen.ts';
import { UndecidedBar } from './benefits/undecided-bar.tsx';
import { HeldButton } from './held/held-button.tsx';
import { LastPaid } from './last-paid.tsx';
import { LineTable } from './line-table.tsx';
import { MoneyTaken } from './money-taken.tsx';
import { OfflineBar } from './offline/offline-bar.tsx';
import { PrintNotice } from './print-notice.tsx';
import { ResultPanel } from './result-panel.tsx';
import { ReturnDoubt } from './return-doubt.tsx';
import { SaleAnnouncer } from './sale-announcer.tsx';
import { AfterSale, BeforePaying } from './side.tsx';
import { TotalsBar } from './totals-bar.tsx';
import { UndoBar } from './undo-bar.tsx';
import { UniversalField } from './universal-field.tsx';
import { useExpectedScan } from './use-expected-scan.ts';
import { useSaleKeys } from './use-sale-keys.ts';

/** The sale from the first scan to the printed slip, on one screen. */
export function SaleScreen() {
  const { t } = useTranslation();
  const paid = useView((view) => isPaid(view.sale.stage));
  useSaleKeys();
  useExpectedScan();
  useSteadyFocus();
  return (
    <div className="sale-screen">
      <main className="sale-screen__main">
        <VisuallyHidden component="h1">{t('app.name')}</VisuallyHidden>
        <div className="sale-screen__entry">
          <UniversalField />
          <HeldButton />
        </div>
        <OfflineBar />
        <MessageBar />
        <MoneyTaken />
        <UndoBar />
        <ReturnDoubt />
        <UndecidedBar />
        <PrintNotice />
        {paid ? (
          <ResultPanel />
        ) : (
          <>
            <LastPaid />
            <LineTable />
            <TotalsBar />
            <SaleAnnouncer />
          </>
        )}
      </main>
      <aside className="sale-screen__side" aria-label={t('action.label')}>
        {paid ? <AfterSale /> : <BeforePaying />}
      </aside>
    </div>
  );
}
