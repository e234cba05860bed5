import './shift-picture.css';
import { useTranslation } from 'react-i18next';
import type { ShiftReportView } from '../../../app/contract/shift.ts';
import { type Kopecks, minus, plus, ZERO } from '../../../app/domain/money.ts';
import { Figure } from '../../components/figure.tsx';
import { useFormat, useWorkstation } from '../../context.tsx';
import { HourBars } from './hour-bars.tsx';
import { PrintButton } from './print-button.tsx';
import { TakingsTable } from './takings-table.tsx';

/** A shift as a picture: what was taken, how, and when. */
export function ShiftPicture({ report }: { readonly report: ShiftReportView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { receipts, sales, discounts, accrued, cash, card, credit, returns, queued } = report;
  const takenOff = (amount: Kopecks) => format.money(amount > 0 ? minus(ZERO, amount) : ZERO);
  return (
    <article className="shift-picture" aria-label={t('shift.picture')}>
      <ShiftHead report={report} />
      <dl className="shift-picture__sums panel">
        <Figure label={t('shift.revenue')} value={format.money(plus(cash, card, credit))} tone="hero" />
        <Figure label={t('shift.sales')} value={format.money(sales)} />
        <Figure label={t('shift.discounts')} value={takenOff(discounts)} tone={discounts > 0 ? 'minus' : 'plain'} />
        <Figure label={t('shift.accrued')} value={format.money(accrued)} />
        <Figure label={t('shift.receipts')} value={String(receipts)} />
        <Figure label={t('shift.returns')} value={String(returns.count)} />
        <Figure label={t('shift.queued')} value={String(queued.count)} />
      </dl>
      {queued.count > 0 && (
        <p className="message" data-tone="warning">
          {t('shift.queuedSum', { sum: format.money(queued.sum) })}
        </p>
      )}
      <BelatedReceipts belated={report.belated} />
      <TakingsTable report={report} />
      <HourBars hours={report.hours} />
    </article>
  );
}

/** Receipts of earlier shifts that their service took since: no other report has what it made of them. */
function BelatedReceipts({ belated }: Pick<ShiftReportView, 'belated'>) {
  const { t } = useTranslation();
  const format = useFormat();
  const { count, accrued, redeemed } = belated;
  if (count === 0) return null;
  return (
    <p className="message">
      <span className="message__text">
        {t('shift.belated', { count, accrued: format.money(accrued) })}
        {redeemed !== 0 && ` ${t('shift.belatedRedeemed', { sum: format.money(minus(ZERO, redeemed)) })}`}
      </span>
    </p>
  );
}

function ShiftHead({ report }: { readonly report: ShiftReportView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { run } = useWorkstation();
  const { kind, number, openedAt, openedBy, closedAt, closedBy } = report;
  const words = (key: 'shift.openedAt' | 'shift.closedAt', at: number, who: string | null) =>
    [t(key, { at: format.moment(new Date(at)) }), who].filter(Boolean).join(', ');
  return (
    <header className="shift-picture__head">
      <div>
        <h2>{t(kind === 'x' ? 'shift.open' : 'shift.closed', { number })}</h2>
        <p>
          <span>{words('shift.openedAt', openedAt, openedBy)}</span>
          {closedAt !== null && <span>{words('shift.closedAt', closedAt, closedBy)}</span>}
        </p>
      </div>
      {kind === 'z' && (
        <PrintButton
          key={number}
          label={t('shift.printZ')}
          keyId="reprint"
          print={() => run('shift.printZ', { number })}
        />
      )}
    </header>
  );
}
