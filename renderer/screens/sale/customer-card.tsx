import './customer-card.css';
import { useTranslation } from 'react-i18next';
import type { CustomerView } from '../../../app/contract/view.ts';
import { Cross } from '../../components/cross.tsx';
import { Figure } from '../../components/figure.tsx';
import { PushButton } from '../../components/push-button.tsx';
import { useFormat, useView, useWorkstation } from '../../context.tsx';
import { maskedPhone } from '../../text/masked-phone.ts';
import { removeCustomer } from './actions.ts';

/** Whom the receipt belongs to; without a customer, how to identify one. */
export function CustomerCard() {
  const customer = useView((view) => view.sale.customer);
  return customer ? <Known customer={customer} /> : <Nobody />;
}

function Known({ customer }: { readonly customer: CustomerView }) {
  const { t } = useTranslation();
  const format = useFormat();
  const workstation = useWorkstation();
  const { limit } = useView((view) => view.sale.redemption);
  return (
    <section className="customer-card panel" aria-label={t('customer.label')}>
      <div className="customer-card__who">
        <h2>{customer.name || t('customer.nameless')}</h2>
        <div className="customer-card__remove">
          <Cross
            label={t('action.removeCustomer')}
            keyId="removeCustomer"
            onPress={() => removeCustomer(workstation)}
          />
        </div>
        <div className="customer-card__facts">
          <p>
            <span>{maskedPhone(t, customer.phoneEnding)}</span>
            <span>{t(customer.hasChatBot ? 'customer.chatBot' : 'customer.noChatBot')}</span>
          </p>
          {!customer.hasChatBot && <SendChatBot />}
        </div>
      </div>
      <dl className="customer-card__sums">
        <Figure label={t('customer.balance')} value={format.money(customer.balance)} />
        <Figure label={t('customer.limit')} value={limit === null ? t('redemption.unknown') : format.money(limit)} />
      </dl>
    </section>
  );
}

/** Offers the customer the chat bot, by an SMS with a link to it. */
function SendChatBot() {
  const { t } = useTranslation();
  const { run } = useWorkstation();
  const sending = useView((view) => view.busy === 'sending-chat-bot');
  return (
    <PushButton
      label={t('customer.sendChatBot')}
      waiting={sending}
      onPress={() => void run('customer.sendChatBot', undefined)}
    />
  );
}

function Nobody() {
  const { t } = useTranslation();
  const busy = useView((view) => view.busy);
  return (
    <section className="customer-card customer-card--nobody panel" aria-label={t('customer.label')}>
      <h2>{t(busy === 'identifying' ? 'busy.identifying' : 'customer.nobody')}</h2>
      <p>{t('customer.nobodyHelp')}</p>
    </section>
  );
}
