import { useTranslation } from 'react-i18next';
import type { View } from '../../../../app/contract/view.ts';
import { useInitialFocus } from '../../../components/focus.ts';
import { DialogMessage } from '../../../components/message.tsx';
import { PushButton } from '../../../components/push-button.tsx';
import { useView, useWorkstation } from '../../../context.tsx';
import { useFailure } from '../../../frame/use-dialog-message.ts';
import { actOn, useKeyPress } from '../../../keys/use-keys.ts';
import { sentence } from '../../../text/sentence.ts';
import { NextCustomer } from './next-customer.tsx';

type DisagreementProps = {
  readonly disagreement: NonNullable<View['disagreement']>;
  readonly onAbandon: () => void;
};

/**
 * The service will neither confirm the receipt nor take it back: a person looks where it can be seen, and says what is there. The
 * keyboard starts on the answer that changes nothing.
 */
export function Disagreement({ disagreement, onAbandon }: DisagreementProps) {
  const { t } = useTranslation();
  const { run } = useWorkstation();
  const number = useView((view) => view.sale.number);
  const checking = useView((view) => view.busy === 'resolving');
  const focus = useInitialFocus<HTMLButtonElement>();
  const failure = useFailure();
  const { entry, problem } = disagreement;
  const accept = () => void run('outbox.accept', { id: entry });
  const deny = () => void run('outbox.deny', { id: entry });
  useKeyPress('dialog', (event) => actOn(event, checking ? {} : { isThere: accept, isNotThere: deny }));
  return (
    <div className="dialog-form">
      <div role="alert" className="doubt-notice__facts">
        <p>{sentence(t, problem)}</p>
        <p>
          <b>{t('doubt.question', { number })}</b>
        </p>
        <p>{t('doubt.questionHelp')}</p>
      </div>
      <DialogMessage message={failure} />
      <div className="dialog-form__buttons">
        <PushButton label={t('doubt.accept')} keyId="isThere" disabled={checking} onPress={accept} />
        <PushButton label={t('doubt.deny')} keyId="isNotThere" disabled={checking} onPress={deny} />
        <PushButton
          {...focus}
          label={t(checking ? 'doubt.checking' : 'doubt.again')}
          keyId="confirm"
          tone="primary"
          waiting={checking}
          onPress={() => void run('sale.resolve', undefined)}
        />
      </div>
      <div className="doubt-notice__others">
        <NextCustomer />
        <PushButton label={t('doubt.abandon')} tone="danger" disabled={checking} onPress={onAbandon} />
      </div>
    </div>
  );
}
