import './lamp-details.css';
import { UnstyledButton } from '@mantine/core';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Light } from '../../app/contract/view.ts';
import { helpOf, stateWord } from '../text/light-words.ts';

type LampDetailsProps = {
  /** What the lamp is for. */
  readonly label: string;
  readonly lights: readonly Light[];
  /** A hint for the mouse. */
  readonly title?: string;
  /** What the lamp says by itself. */
  readonly children: ReactNode;
};

/** A lamp as a button: pressed, it tells of each of its devices how it is and what to do about it. */
export function LampDetails({ label, lights, title, children }: LampDetailsProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const anchor = `--lamp${id.replace(/\W/g, '')}`;
  return (
    <>
      <UnstyledButton className="lamp__button" popoverTarget={id} title={title} style={{ anchorName: anchor }}>
        {children}
      </UnstyledButton>
      <ul
        id={id}
        className="lamp-details"
        popover="auto"
        aria-label={label}
        style={{ positionAnchor: anchor }}
        onBeforeToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {open && lights.map((light) => <Device key={light.id} light={light} />)}
      </ul>
    </>
  );
}

/** One of the devices: how it is, and what to do about it. */
function Device({ light }: { readonly light: Light }) {
  const { t } = useTranslation();
  const help = helpOf(t, light);
  return (
    <li className="lamp-details__device">
      <p className="lamp" data-state={light.state}>
        {t('light.named', { name: light.name, state: stateWord(t, light) })}
      </p>
      {help && <p className="lamp-details__help">{help}</p>}
    </li>
  );
}
