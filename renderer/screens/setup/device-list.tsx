import './device-list.css';
import { useTranslation } from 'react-i18next';
import { OptionList } from '../../components/option-list.tsx';
import { useView } from '../../context.tsx';
import { chosen, type Listed, type DeviceList as ListName } from '../../setup-state.ts';
import { stateWord } from '../../text/light-words.ts';
import { useChangeSetup, useFaults, useSetup } from './use-setup.ts';

type DeviceListProps<Draft> = {
  readonly list: ListName;
  readonly label: string;
  /** What is said while there is none. */
  readonly none: string;
  readonly devices: readonly Listed<Draft>[];
  readonly titleOf: (draft: Draft) => string;
  readonly wayOf: (draft: Draft) => string;
};

/** The till's devices of one kind with how they do; the settings of the chosen one stand beside. */
export function DeviceList<Draft extends { readonly kind: string }>(props: DeviceListProps<Draft>) {
  const { list, label, none, devices, titleOf, wayOf } = props;
  const change = useChangeSetup();
  const at = useSetup((setup) => setup.chosen[list]);
  const fault = useFaults(list)();
  const items = devices.map((device, place) => ({ ...device, at: place }));
  return (
    <section className="device-list panel" aria-label={label}>
      <h3>{label}</h3>
      {fault !== null && <p className="device-list__fault">{fault}</p>}
      {items.length === 0 ? (
        <p className="device-list__none">{none}</p>
      ) : (
        <OptionList
          label={label}
          items={items}
          keyOf={(item) => item.at}
          at={at}
          onMove={(next) => change((setup) => chosen(setup, list, next))}
        >
          {(item) => (
            <span className="device-list__device">
              <b>{titleOf(item.draft)}</b>
              <span>{wayOf(item.draft)}</span>
              <DeviceState list={list} place={item.place} typing={item.draft.kind === 'wedge'} />
            </span>
          )}
        </OptionList>
      )}
    </section>
  );
}

type DeviceStateProps = { readonly list: ListName; readonly place: number | null; readonly typing?: boolean };

/** How a device does, in words and as a light. */
export function DeviceState({ list, place, typing = false }: DeviceStateProps) {
  const { t } = useTranslation();
  const lights = useView((view) => view.lights);
  const id = `${list === 'scanners' ? 'scanner' : 'printer'}-${place}`;
  const light = place === null ? undefined : lights.find((one) => one.id === id);
  if (light) {
    return (
      <span className="device-state" data-state={light.state}>
        {stateWord(t, light)}
      </span>
    );
  }
  return (
    <span className="device-state" data-state="unknown">
      {place !== null && typing ? t('setup.typing') : t('setup.notSaved')}
    </span>
  );
}
