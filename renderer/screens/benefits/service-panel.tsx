import './service-panel.css';
import { Loader } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useInitialFocus } from '../../components/focus.ts';
import { OptionList } from '../../components/option-list.tsx';
import { PushButton } from '../../components/push-button.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useWorkstation } from '../../context.tsx';
import { actOn } from '../../keys/use-keys.ts';
import { SERVICE_ID } from './ids.ts';
import { matching, type Service } from './service-filter.ts';
import { useServices } from './use-services.ts';

type ServicePanelProps = { readonly name: string; readonly onChange: () => void };

/** The service that holders are asked about now; it stays from one to the next. */
export function ServicePanel({ name, onChange }: ServicePanelProps) {
  const { t } = useTranslation();
  return (
    <section className="service-panel panel" aria-label={t('benefits.service')}>
      <p>{t('benefits.service')}</p>
      <h2>{name}</h2>
      <PushButton label={t('benefits.changeService')} keyId="benefitService" onPress={onChange} />
    </section>
  );
}

/** Chooses the service: typing narrows the list, arrow keys move through it, Enter takes one. */
export function ServiceChoice({ onChosen }: { readonly onChosen: () => void }) {
  const { t } = useTranslation();
  const { run } = useWorkstation();
  const focus = useInitialFocus<HTMLInputElement>();
  const services = useServices();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = services && matching(services, typed);
  const last = (found?.length ?? 0) - 1;

  const take = async ({ id }: Service) => {
    if (await run('benefit.choose', { service: id })) onChosen();
  };
  const act = (event: KeyboardEvent) => {
    const active = found?.[at];
    actOn(event.nativeEvent, {
      lineUp: () => setAt(Math.max(0, at - 1)),
      lineDown: () => setAt(Math.max(0, Math.min(at + 1, last))),
      ...(active && { confirm: () => void take(active) }),
    });
  };
  return (
    <search className="service-choice panel" onKeyDown={act}>
      <TextField
        {...focus}
        id={SERVICE_ID}
        label={t('benefits.chooseService')}
        kind="text"
        maxLength={100}
        value={typed}
        onChange={(text) => {
          setTyped(text);
          setAt(0);
        }}
      />
      {!found && (
        <p className="service-choice__note" role="status">
          <Loader size="1rem" aria-hidden /> {t('benefits.loading')}
        </p>
      )}
      {services && services.length > 0 && found?.length === 0 && (
        <p className="service-choice__note" role="status">
          {t('benefits.noServices')}
        </p>
      )}
      {found && found.length > 0 && (
        <OptionList
          label={t('benefits.services')}
          items={found}
          keyOf={({ id }) => id}
          at={at}
          onMove={setAt}
          onTake={(service) => void take(service)}
        >
          {({ name, recent }) => (
            <>
              <b>{name}</b>
              <span>{recent && t('benefits.recent')}</span>
            </>
          )}
        </OptionList>
      )}
    </search>
  );
}
