import './header.css';
import { useTranslation } from 'react-i18next';
import { useView } from '../context.tsx';
import { Clock } from './clock.tsx';
import { Lamps } from './lamps.tsx';
import { PlaceSwitch } from './place-switch.tsx';

/** Where the cashier is and can go, who sells where, and whether everything the till depends on is well. */
export function Header() {
  const { t } = useTranslation();
  const outlet = useView((view) => view.outlet);
  return (
    <header className="header">
      <b className="header__product">{t('app.name')}</b>
      <PlaceSwitch />
      <span className="header__till">
        <span>{outlet.name}</span>
        <span>{outlet.till}</span>
      </span>
      <Lamps />
      {outlet.cashier !== '' && <span className="header__cashier">{outlet.cashier}</span>}
      <Clock />
    </header>
  );
}
