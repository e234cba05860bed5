import { createContext, use } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand/react';
import type { View } from '../app/contract/view.ts';
import { type Format, formatFor } from './format.ts';
import type { Screen } from './screen.ts';
import { languageOf } from './text/language.ts';
import type { Workstation } from './workstation.ts';

export const WorkstationContext = createContext<Workstation | null>(null);

export function useWorkstation(): Workstation {
  const workstation = use(WorkstationContext);
  if (!workstation) throw new Error('no workstation around this component');
  return workstation;
}

/** A part of the screen's state; the component is drawn again only when that part is another one. */
export function useScreen<Part>(select: (screen: Screen) => Part): Part {
  return useStore(useWorkstation().screen, select);
}

/** A part of the snapshot, for components that are drawn only once there is one. */
export function useView<Part>(select: (view: View) => Part): Part {
  return useScreen((screen) => {
    if (!screen.view) throw new Error('no snapshot yet');
    return select(screen.view);
  });
}

export function useFormat(): Format {
  const { i18n } = useTranslation();
  return formatFor(languageOf(i18n.language));
}
