import { useTranslation } from 'react-i18next';
import type { View } from '../../../../app/contract/view.ts';
import { useInitialFocus } from '../../../components/focus.ts';
import { DialogMessage } from '../../../components/message.tsx';
import { PushButton } from '../../../components/push-button.tsx';
import { useView, useWorkstation } from '../../../context.tsx';
import { useFailure } from '../../../frame/use-dialog-message.ts';
import { NextCustomer } from './next-customer.tsx';

type DisagreementProps = { readonly disagreement: NonNullable<View['disagreement']> };

/** The service will neither confirm the receipt nor take it back: a person looks where it can be seen, and says so. */
export function Disagreement({ disagreement }: DisagreementProps) {
  const { t } = useTranslation();
  const { run } = useWorkstation();
  const number = useView((view) => view.sale.number);
  const checking = useView((view) => view.busy === 'resolving');
  const focus = useInitialFocus<HTMLButtonElement>();
  const failure = useFailure();
  return (
    <div className="dialog-form">
      <div role="alert" className="doubt-notice__facts">
        <p>{t('doubt.says', { message: disagreement.message })}</p>
        <p>
          <b>{t('doubt.question', { number })}</b>
        </p>
        <p>{t('doubt.questionHelp')}</p>
      </div>
      <DialogMessage message={failure} />
      <div className="dialog-form__buttons">
        <PushButton
          label={t('doubt.accept')}
          disabled={checking}
          onPress={() => void run('outbox.accept', { id: disagreement.entry })}
        />
        <PushButton
          {...focus}
          label={t(checking ? 'doubt.checking' : 'doubt.again')}
          keyId="confirm"
          tone="primary"
          waiting={checking}
          onPress={() => void run('sale.resolve', undefined)}
        />
      </div>
      <NextCustomer />
    </div>
  );
}
