import './found-list.css';
import { useTranslation } from 'react-i18next';
import { PushButton } from '../../components/push-button.tsx';
import { useScreen } from '../../context.tsx';

type FoundListProps<Found> = {
  /** `null` until the machine has told. */
  readonly found: readonly Found[] | null;
  readonly wayOf: (found: Found) => string;
  readonly onAdd: (found: Found) => void;
  readonly onSearch: () => void;
};

/** What this machine knows of and the till does not have yet. */
export function FoundList<Found extends { readonly name: string }>(props: FoundListProps<Found>) {
  const { found, wayOf, onAdd, onSearch } = props;
  const { t } = useTranslation();
  const searching = useScreen(({ running }) => running.includes('setup.find'));
  return (
    <section className="found-list panel" aria-label={t('setup.found')}>
      <header>
        <h3>{t('setup.found')}</h3>
        <PushButton label={t('setup.search')} waiting={searching} onPress={onSearch} />
      </header>
      {found?.length === 0 && <p>{t('setup.foundNothing')}</p>}
      <ul>
        {found?.map((one) => (
          <li key={`${one.name} ${wayOf(one)}`}>
            <span>
              <b>{one.name}</b>
              <span>{wayOf(one)}</span>
            </span>
            <PushButton
              label={t('setup.add')}
              description={t('setup.addNamed', { name: one.name })}
              onPress={() => onAdd(one)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
