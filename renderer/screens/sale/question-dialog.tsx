import './question-dialog.css';
import { UnstyledButton } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Question } from '../../../app/contract/view.ts';
import { useInitialFocus } from '../../components/focus.ts';
import { DialogMessage } from '../../components/message.tsx';
import { useFormat, useWorkstation } from '../../context.tsx';
import type { Format } from '../../format.ts';
import { useKeyPress } from '../../keys/use-keys.ts';
import { useFailure } from './use-dialog-message.ts';

/** A code that may mean several things; one digit settles it. */
export function QuestionDialog({ question }: { readonly question: Question }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { run } = useWorkstation();
  const focus = useInitialFocus<HTMLButtonElement>();
  const failure = useFailure();
  const answer = (option: number) => void run('sale.answer', { question: question.id, option });
  useKeyPress((event) => {
    const option = Number(event.key) - 1;
    if (!event.repeat && question.options[option]) {
      event.preventDefault();
      answer(option);
    }
  });
  return (
    <div className="question-dialog">
      <p className="question-dialog__text">{t('question.text', { text: question.text })}</p>
      <ol>
        {question.options.map((option, place) => (
          <li key={`${question.id}-${option.kind}`}>
            <UnstyledButton
              {...(place === 0 ? focus : {})}
              className="question-dialog__option"
              aria-keyshortcuts={String(place + 1)}
              onClick={() => answer(place)}
            >
              <kbd className="keys" aria-hidden>
                {place + 1}
              </kbd>
              {wordsOf(t, format, option)}
            </UnstyledButton>
          </li>
        ))}
      </ol>
      <p className="dialog-form__help">{t('question.help')}</p>
      <DialogMessage message={failure} />
    </div>
  );
}

function wordsOf(t: TFunction, format: Format, option: Question['options'][number]): string {
  switch (option.kind) {
    case 'amount':
      return t('question.amount', { amount: format.money(option.amount) });
    case 'customer-phone':
      return t('question.phone', { ending: option.ending });
    case 'customer-code':
      return t('question.code');
    case 'certificate':
      return t('question.certificate');
    case 'promo':
      return t('question.promo');
    case 'anonymous':
      return t('question.anonymous');
    case 'product':
      return t('question.product', { name: option.name, price: format.money(option.price) });
  }
}
