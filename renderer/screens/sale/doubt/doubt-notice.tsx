import './doubt-notice.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useInitialFocus } from '../../../components/focus.ts';
import { DialogMessage } from '../../../components/message.tsx';
import { PushButton } from '../../../components/push-button.tsx';
import { useFormat, useView, useWorkstation } from '../../../context.tsx';
import { useFailure } from '../../../frame/use-dialog-message.ts';
import { AbandonQuestion } from './abandon-question.tsx';
import { Disagreement } from './disagreement.tsx';
import { NextCustomer } from './next-customer.tsx';

/** Nobody knows whether the receipt was written: what is known, and what the cashier can do about it. */
export function DoubtNotice() {
  const disagreement = useView((view) => view.disagreement);
  const [abandoning, setAbandoning] = useState(false);
  if (abandoning) return <AbandonQuestion onBack={() => setAbandoning(false)} />;
  if (disagreement) return <Disagreement disagreement={disagreement} onAbandon={() => setAbandoning(true)} />;
  return <NoAnswer onAbandon={() => setAbandoning(true)} />;
}

/** No answer came: the till goes on asking by itself, and the cashier may go on without waiting. */
function NoAnswer({ onAbandon }: { readonly onAbandon: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { run } = useWorkstation();
  const number = useView((view) => view.sale.number);
  const due = useView((view) => view.sale.totals.due);
  const checking = useView((view) => view.busy === 'resolving');
  const focus = useInitialFocus<HTMLButtonElement>();
  const failure = useFailure();
  return (
    <div className="dialog-form">
      <div role="alert" className="doubt-notice__facts">
        <p>
          <b>{t('doubt.receipt', { number, amount: format.money(due) })}</b>
        </p>
        <p>{t('doubt.help')}</p>
      </div>
      <DialogMessage message={failure} />
      <PushButton
        {...focus}
        label={t(checking ? 'doubt.checking' : 'doubt.check')}
        keyId="confirm"
        tone="primary"
        waiting={checking}
        onPress={() => void run('sale.resolve', undefined)}
      />
      <div className="doubt-notice__others">
        <NextCustomer />
        <PushButton label={t('doubt.abandon')} tone="danger" disabled={checking} onPress={onAbandon} />
      </div>
    </div>
  );
}
