import './place-switch.css';
import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Keys, keyHints } from '../components/keys.tsx';
import { useScreen, useView, useWorkstation } from '../context.tsx';
import type { KeyId } from '../keys/keymap.ts';
import { goTo } from '../places.ts';
import { PLACES, type Place } from '../screen.ts';

const KEY_OF = {
  sale: 'dismiss',
  journal: 'journal',
  shift: 'shift',
  benefits: 'benefits',
  setup: 'setup',
} as const satisfies Record<Place, KeyId>;

/** The screens of the till. The key back to the sale is shown where it is one: elsewhere it takes things away. */
export function PlaceSwitch() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const here = useScreen((screen) => screen.place);
  const hasBenefits = useView((view) => view.benefits !== null);
  const places = PLACES.filter((place) => place !== 'benefits' || hasBenefits);
  return (
    <nav className="place-switch" aria-label={t('place.label')}>
      {places.map((place) => (
        <UnstyledButton
          key={place}
          className="place-switch__place"
          aria-current={place === here ? 'page' : undefined}
          {...keyHints(KEY_OF[place])}
          {...(place === 'setup' && { title: `${t('place.setup')} (${keyHints('setup').title})` })}
          onClick={() => goTo(workstation, place)}
        >
          {place === 'setup' ? <SetupSign /> : t(`place.${place}`)}
          {place !== here && place !== 'setup' && <Keys id={KEY_OF[place]} />}
        </UnstyledButton>
      ))}
    </nav>
  );
}

/** Seldom gone to, so that it takes no more room than a sign. */
function SetupSign() {
  const { t } = useTranslation();
  return (
    <>
      <svg className="place-switch__sign" viewBox="0 0 20 20" aria-hidden>
        <path d="M2 6h6m6 0h4M2 14h3m6 0h7" />
        <circle cx="11" cy="6" r="2.5" />
        <circle cx="8" cy="14" r="2.5" />
      </svg>
      <VisuallyHidden>{t('place.setup')}</VisuallyHidden>
    </>
  );
}
