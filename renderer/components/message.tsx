import './message.css';
import { useTranslation } from 'react-i18next';
import type { Message } from '../screen.ts';
import { advice, sentence } from '../text/sentence.ts';

/** What happened and what to do about it. */
export function MessageText({ message }: { readonly message: Message }) {
  const { t } = useTranslation();
  const next = advice(t, message);
  return (
    <p className="message__text">
      <b>{sentence(t, message)}</b>
      {next && <span> {next}</span>}
    </p>
  );
}

/** A message inside a dialog; its live region is there before the message, so that it is read out. */
export function DialogMessage({ message }: { readonly message: Message | null }) {
  return (
    <div role="alert" className="message__region">
      {message && (
        <div className="message" data-tone={message.tone}>
          <MessageText message={message} />
        </div>
      )}
    </div>
  );
}
