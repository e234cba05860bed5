import { useTranslation } from 'react-i18next';
import type { SettingFault } from '../../../app/domain/setting-fault.ts';
import { useScreen, useWorkstation } from '../../context.tsx';
import type { SetupState } from '../../setup-state.ts';
import { changeSetup } from './setup-actions.ts';

/** A part of what stands on the setup screen, for components that are drawn only once it was read. */
export function useSetup<Part>(select: (setup: SetupState) => Part): Part {
  return useScreen(({ setup }) => {
    if (!setup) throw new Error('the settings are not read yet');
    return select(setup);
  });
}

/** Gives the way to change what stands there. */
export function useChangeSetup(): (change: (setup: SetupState) => SetupState) => void {
  const workstation = useWorkstation();
  return (change) => changeSetup(workstation, change);
}

/** Gives the words for what is wrong with a setting below `folder`; `null` for nothing. Without a key, with the folder itself. */
export function useFaults(...folder: SettingFault['path']): (...key: SettingFault['path']) => string | null {
  const { t } = useTranslation();
  const faults = useSetup((setup) => setup.faults);
  return (...key) => {
    const path = [...folder, ...key].join('.');
    const fault = faults.find((one) => one.path.join('.') === path);
    return fault ? t(`settingFault.${fault.code}`, { bound: fault.bound ?? '' }) : null;
  };
}
