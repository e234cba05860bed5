import { VisuallyHidden } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat, useView } from '../../context.tsx';
import { saleNews } from './sale-news.ts';

/** Scans that follow each other faster are heard as one. */
const QUIET_MS = 400;

/** Tells a screen reader what was scanned and what the receipt comes to, once it has come to rest. */
export function SaleAnnouncer() {
  const { t } = useTranslation();
  const format = useFormat();
  const sale = useView((view) => view.sale);
  const heard = useRef(sale);
  const [words, setWords] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => {
      const news = saleNews(heard.current, sale);
      heard.current = sale;
      if (!news) return;
      const { line } = news;
      setWords(
        [
          line &&
            t('totals.heardLine', {
              name: line.name,
              quantity: format.quantity(line.quantity, line.weighed),
              sum: format.money(line.total),
            }),
          t(sale.calculated ? 'totals.heardDue' : 'totals.heardDraft', { sum: format.money(news.due) }),
        ]
          .filter(Boolean)
          .join(' '),
      );
    }, QUIET_MS);
    return () => clearTimeout(timer);
  }, [sale, t, format]);
  return (
    <VisuallyHidden role="status" aria-label={t('totals.heard')}>
      {words}
    </VisuallyHidden>
  );
}
