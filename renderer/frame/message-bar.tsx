import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { Cross } from '../components/cross.tsx';
import { MessageText } from '../components/message.tsx';
import { useScreen, useWorkstation } from '../context.tsx';
import { barMessageOf, type Message } from '../screen.ts';
import { dismiss } from './in-front.ts';

/** The one place where the screen tells the cashier something. Errors interrupt a screen reader, the rest waits its turn. */
export function MessageBar() {
  const message = useScreen(useShallow(barMessageOf));
  const isError = message?.tone === 'error';
  return (
    <>
      <div role="alert" className="message__region">
        {isError && <DismissableMessage message={message} />}
      </div>
      <div role="status" className="message__region">
        {message && !isError && <DismissableMessage message={message} />}
      </div>
    </>
  );
}

function DismissableMessage({ message }: { readonly message: Message }) {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  return (
    <div className="message" data-tone={message.tone}>
      <MessageText message={message} />
      <Cross label={t('action.close')} onPress={() => dismiss(workstation)} />
    </div>
  );
}
