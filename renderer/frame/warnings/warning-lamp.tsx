import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { keyHints } from '../../components/keys.tsx';
import { useView, useWorkstation } from '../../context.tsx';
import { openWarnings } from '../in-front.ts';

/** The way to what was warned of since the program started; nothing while that is nothing. */
export function WarningLamp() {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const count = useView((view) => view.warnings.length);
  const unseen = useView((view) => view.warnings.some(({ seen }) => !seen));
  if (count === 0) return null;
  return (
    <li className="lamp lamp--short" data-state={unseen ? 'warning' : 'ok'}>
      <UnstyledButton className="lamp__button" {...keyHints('warnings')} onClick={() => openWarnings(workstation)}>
        <span aria-hidden>⚠ {count}</span>
        <VisuallyHidden>{t('warnings.count', { count })}</VisuallyHidden>
      </UnstyledButton>
    </li>
  );
}
