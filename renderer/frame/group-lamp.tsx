import { VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { LampDetails } from './lamp-details.tsx';
import type { LampGroup } from './lamp-groups.ts';

/** One lamp for several devices of a kind, as well as the worst of them. */
export function GroupLamp({ group }: { readonly group: LampGroup }) {
  const { t } = useTranslation();
  const { kind, lights, state } = group;
  return (
    <li className="lamp lamp--short" data-state={state}>
      <LampDetails label={t(`light.several.${kind}`)} lights={lights}>
        <GroupWords group={group} />
      </LampDetails>
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
