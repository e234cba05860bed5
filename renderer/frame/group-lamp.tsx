import './group-lamp.css';
import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Light } from '../../app/contract/view.ts';
import { helpOf, stateWord } from '../text/light-words.ts';
import type { LampGroup } from './lamp-groups.ts';

/** One lamp for several devices of a kind, as well as the worst of them; pressed, it tells of each. */
export function GroupLamp({ group }: { readonly group: LampGroup }) {
  const { t } = useTranslation();
  const id = useId();
  const [open, setOpen] = useState(false);
  const { kind, lights, state } = group;
  return (
    <li className="lamp lamp--short" data-state={state} data-kind={kind}>
      <UnstyledButton className="lamp__button" popoverTarget={id}>
        <GroupWords group={group} />
      </UnstyledButton>
      <ul
        id={id}
        className="group-lamp__details"
        popover="auto"
        aria-label={t(`light.several.${kind}`)}
        onBeforeToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {open && lights.map((light) => <Device key={light.id} light={light} />)}
      </ul>
    </li>
  );
}

/** How many there are while nothing is wrong; else with how many of them. */
function GroupWords({ group }: { readonly group: LampGroup }) {
  const { t } = useTranslation();
  const { kind, lights, state, well } = group;
  const name = t(`light.several.${kind}`);
  if (well < lights.length) return t('light.some', { name, well, all: lights.length });
  return (
    <>
      {name} {lights.length}
      <VisuallyHidden> {t(state === 'ok' ? 'light.ok' : 'light.notAllChecked')}</VisuallyHidden>
    </>
  );
}

/** One of the devices: how it is, and what to do about it. */
function Device({ light }: { readonly light: Light }) {
  const { t } = useTranslation();
  const help = helpOf(t, light);
  return (
    <li className="group-lamp__device">
      <p className="lamp" data-state={light.state}>
        {t('light.named', { name: light.name, state: stateWord(t, light) })}
      </p>
      {help && <p className="group-lamp__help">{help}</p>}
    </li>
  );
}
