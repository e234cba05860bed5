import './lamps.css';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useScreen, useView } from '../context.tsx';
import { actOn, useKeyPress } from '../keys/use-keys.ts';
import { GroupLamp } from './group-lamp.tsx';
import { Lamp } from './lamp.tsx';
import { lampsOf } from './lamp-groups.ts';
import { QueueLamp } from './queue-lamp.tsx';
import { WarningLamp } from './warnings/warning-lamp.tsx';

/** Whether everything the till depends on is well, and how much is on its way. Whoever goes to another place leaves the details of a lamp. */
export function Lamps() {
  const { t } = useTranslation();
  const place = useScreen((screen) => screen.place);
  const lights = useView((view) => view.lights);
  const list = useRef<HTMLUListElement>(null);
  useKeyPress('popover', (event) => {
    const details = list.current?.querySelector<HTMLElement>(':popover-open');
    return details ? actOn(event, { dismiss: () => details.hidePopover() }) : false;
  });
  return (
    <ul key={place} ref={list} className="lamps" aria-label={t('header.lights')}>
      {lampsOf(lights).map((lamp) =>
        'lights' in lamp ? <GroupLamp key={lamp.kind} group={lamp} /> : <Lamp key={lamp.id} light={lamp} />,
      )}
      <QueueLamp />
      <WarningLamp />
    </ul>
  );
}
