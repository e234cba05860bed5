import './receipt-panel.css';
import { useTranslation } from 'react-i18next';
import { minus, ZERO } from '../../../app/domain/money.ts';
import { OptionList } from '../../components/option-list.tsx';
import { useFormat, useScreen, useView, useWorkstation } from '../../context.tsx';
import { selectedLine } from '../../screen.ts';

/** The open receipt, where the line that a benefit is for is marked. */
export function ReceiptPanel() {
  const { t } = useTranslation();
  const format = useFormat();
  const { screen } = useWorkstation();
  const { number, stage, lines } = useView((view) => view.sale);
  const selected = useScreen((now) => selectedLine(now)?.index);
  if (stage !== 'open' || lines.length === 0) return null;
  return (
    <section className="receipt-panel">
      <h3>{t('benefits.openReceipt', { number })}</h3>
      <OptionList
        label={t('lines.label')}
        items={lines}
        keyOf={({ index }) => index}
        at={lines.findIndex(({ index }) => index === selected)}
        onMove={(place) => {
          const line = lines[place];
          if (line) screen.setState({ cursor: line.index });
        }}
      >
        {({ name, quantity, weighed, price, benefit, total }) => (
          <>
            <b>{name}</b>
            <span>
              {format.quantity(quantity, weighed)} × {format.money(price)}
            </span>
            <span className="receipt-panel__benefit">
              {benefit > 0 && t('benefits.onLine', { off: format.money(minus(ZERO, benefit)) })}
            </span>
            <b>{format.money(total)}</b>
          </>
        )}
      </OptionList>
    </section>
  );
}
