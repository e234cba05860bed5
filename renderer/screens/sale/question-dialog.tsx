import './question-dialog.css';
import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Question } from '../../../app/contract/view.ts';
import { useInitialFocus } from '../../components/focus.ts';
import { DialogMessage } from '../../components/message.tsx';
import { useFormat, useWorkstation } from '../../context.tsx';
import { useFailure } from '../../frame/use-dialog-message.ts';
import { digitOf } from '../../keys/chord.ts';
import { useKeyPress } from '../../keys/use-keys.ts';
import { readingWords } from '../../text/reading-words.ts';
import { largeSumOf } from './large-sum.ts';

/**
 * A code that may mean several things, or a sum above the usual; one digit settles it. The keyboard starts on none of the
 * options: an Enter on its way answers nothing.
 */
export function QuestionDialog({ question }: { readonly question: Question }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { run } = useWorkstation();
  const focus = useInitialFocus<HTMLDivElement>();
  const failure = useFailure();
  const amount = largeSumOf(question);
  const answer = (option: number) => void run('sale.answer', { question: question.id, option });
  useKeyPress('dialog', (event) => {
    const option = (digitOf(event) ?? 0) - 1;
    if (event.repeat || !question.options[option]) return false;
    event.preventDefault();
    answer(option);
    return true;
  });
  return (
    <div {...focus} className="question-dialog" tabIndex={-1}>
      <p className="question-dialog__text">
        {amount === null
          ? t('question.text', { text: question.text })
          : t('question.sumText', { amount: format.money(amount), words: format.roughly(amount) })}
      </p>
      <ol>
        {question.options.map((option, place) => (
          <li key={`${question.id}-${readingWords(t, format, option)}`}>
            <UnstyledButton
              className="question-dialog__option"
              aria-keyshortcuts={String(place + 1)}
              onClick={() => answer(place)}
            >
              <kbd className="keys" aria-hidden>
                {place + 1}
              </kbd>
              {readingWords(t, format, option)}
            </UnstyledButton>
          </li>
        ))}
      </ol>
      <p className="dialog-form__help">{t('question.help')}</p>
      <DialogMessage message={failure} />
    </div>
  );
}
