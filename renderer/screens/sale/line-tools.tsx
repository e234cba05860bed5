import './line-tools.css';
import { useTranslation } from 'react-i18next';
import { PushButton } from '../../components/push-button.tsx';
import { useScreen, useWorkstation } from '../../context.tsx';
import { MENU_NAMES, selectedLine } from '../../screen.ts';
import { openQuantity, removeSelected } from './actions.ts';
import { openMenu, openSearch } from './dialog-actions.ts';

/** Finding goods by name, what else this till can do, and what can be done with the selected line. */
export function LineTools() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const noLine = useScreen((screen) => selectedLine(screen) === null);
  return (
    <div className="line-tools">
      <PushButton label={t('search.title')} keyId="search" layout="stack" onPress={() => openSearch(workstation)} />
      <span className="line-tools__menus">
        {MENU_NAMES.map((menu) => (
          <PushButton
            key={menu}
            label={t(`menu.${menu}`)}
            keyId={`${menu}Menu`}
            layout="stack"
            onPress={() => openMenu(workstation, menu)}
          />
        ))}
      </span>
      <PushButton
        label={t('action.quantity')}
        keyId="quantity"
        layout="stack"
        disabled={noLine}
        onPress={() => openQuantity(workstation, null)}
      />
      <PushButton
        label={t('action.removeLine')}
        keyId="removeLine"
        layout="stack"
        disabled={noLine}
        onPress={() => removeSelected(workstation)}
      />
    </div>
  );
}
