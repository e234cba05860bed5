import './menu-dialog.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { Keys } from '../../../components/keys.tsx';
import { OptionList } from '../../../components/option-list.tsx';
import { useScreen, useWorkstation } from '../../../context.tsx';
import { useKeyPress } from '../../../keys/use-keys.ts';
import type { MenuName } from '../../../screen.ts';
import { choose, keyOf, offered } from './menus.ts';

/** What can be done of one kind, with the keys that do it elsewhere: a digit, or the arrow keys and Enter, choose. */
export function MenuDialog({ menu }: { readonly menu: MenuName }) {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const items = useScreen(useShallow(({ view }) => (view ? offered(menu, view) : [])));
  const [at, setAt] = useState(0);
  useKeyPress('part', (event) => {
    const chosen = /^[1-9]$/.test(event.key) && !event.repeat ? items[Number(event.key) - 1] : undefined;
    if (!chosen) return false;
    event.preventDefault();
    choose(workstation, chosen);
    return true;
  });
  return (
    <div className="dialog-form menu-dialog">
      <OptionList
        label={t(`menu.${menu}`)}
        items={items}
        keyOf={(id) => id}
        at={Math.min(at, items.length - 1)}
        onMove={setAt}
        onTake={(id) => choose(workstation, id)}
        focused
      >
        {(id) => <Item id={id} place={items.indexOf(id) + 1} />}
      </OptionList>
    </div>
  );
}

function Item({ id, place }: { readonly id: Parameters<typeof keyOf>[0]; readonly place: number }) {
  const { t } = useTranslation();
  const key = keyOf(id);
  return (
    <>
      <kbd className="keys" aria-hidden>
        {place}
      </kbd>
      <b>{t(`menu.items.${id}`)}</b>
      <span>{key && <Keys id={key} />}</span>
    </>
  );
}
