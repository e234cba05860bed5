import { MantineProvider } from '@mantine/core';
import type { i18n } from 'i18next';
import { type ReactNode, useLayoutEffect } from 'react';
import { I18nextProvider, useTranslation } from 'react-i18next';
import { useShallow } from 'zustand/react/shallow';
import { Breakdown } from './components/breakdown.tsx';
import { MessageText } from './components/message.tsx';
import { useScreen, WorkstationContext } from './context.tsx';
import { messageOf } from './screen.ts';
import { PlaceScreen } from './screens/place-screen.tsx';
import { cssVariables, theme } from './theme/theme.ts';
import type { Workstation } from './workstation.ts';

type AppProps = { readonly texts: i18n; readonly styleNonce: string; readonly children: ReactNode };

/** Around whatever the window shows: words, looks, and what stands there when it breaks. `styleNonce` lets Mantine's own style element pass the content security policy. */
export function App({ texts, styleNonce, children }: AppProps) {
  return (
    <I18nextProvider i18n={texts}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        defaultColorScheme="auto"
        getStyleNonce={() => styleNonce}
      >
        <Breakdown>{children}</Breakdown>
      </MantineProvider>
    </I18nextProvider>
  );
}

/** The till's screens. */
export function Till({ workstation }: { readonly workstation: Workstation }) {
  return (
    <WorkstationContext value={workstation}>
      <Opening />
    </WorkstationContext>
  );
}

/** Waits for the first snapshot; says so when it does not come. */
function Opening() {
  const { t } = useTranslation();
  const ready = useScreen((screen) => screen.view !== null);
  const size = useScreen((screen) => screen.view?.window.size ?? 100);
  useLayoutEffect(() => document.documentElement.style.setProperty('--size', String(size / 100)), [size]);
  const message = useScreen(useShallow(messageOf));
  if (ready) return <PlaceScreen />;
  return (
    <div className="breakdown" role="status">
      {message ? <MessageText message={message} /> : <p>{t('app.starting')}</p>}
    </div>
  );
}
