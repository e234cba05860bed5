import './universal-field.css';
import { Loader } from '@mantine/core';
import { type SubmitEvent, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '../../../app/contract/limits.ts';
import { ONE } from '../../../app/domain/quantity.ts';
import { focusOn } from '../../components/focus.ts';
import { Keys, keyHints } from '../../components/keys.tsx';
import { useFormat, useScreen, useView, useWorkstation } from '../../context.tsx';
import { isPaid, selectedLine } from '../../screen.ts';
import { enter, pressEnter } from './actions.ts';
import { FIELD_ID, LINES_ID, rowId } from './ids.ts';

/** The one field for everything that is scanned or typed. While it is empty, keys act on the lines below it. */
export function UniversalField() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const typed = useScreen((screen) => screen.typed);
  const selected = useScreen((screen) => selectedLine(screen)?.index);
  const paid = useView((view) => isPaid(view.sale.stage));
  const busy = useView((view) => view.busy);
  const armed = useView((view) => view.armed);
  const format = useFormat();
  // What is not seen does not count.
  const isEmpty = typed.trim() === '';
  useLayoutEffect(() => focusOn(FIELD_ID), []);

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isEmpty) pressEnter(workstation);
    else if ((await enter(workstation)) === 'refused') focusOn(FIELD_ID);
  };

  return (
    <form className="universal-field" onSubmit={submit}>
      {armed !== null && (
        <span role="status" className="universal-field__armed">
          {t('quantity.armed', { quantity: format.quantity(armed, armed % ONE !== 0) })}
        </span>
      )}
      <input
        id={FIELD_ID}
        className="universal-field__input"
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('field.label')}
        aria-controls={paid ? undefined : LINES_ID}
        aria-activedescendant={isEmpty && selected !== undefined && !paid ? rowId(selected) : undefined}
        {...keyHints('field')}
        placeholder={t('field.placeholder')}
        value={typed}
        maxLength={LONGEST.entry}
        onChange={(event) => workstation.screen.setState({ typed: event.target.value })}
        data-autofocus
      />
      <span role="status" className="universal-field__busy">
        {busy && (
          <>
            <Loader size="1rem" aria-hidden />
            {t(`busy.${busy}`)}
          </>
        )}
      </span>
      <Keys id="field" />
    </form>
  );
}
