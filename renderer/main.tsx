import './theme/styles.ts';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { PREPARING } from '../app/contract/preparation.ts';
import { App, Till } from './app.tsx';
import { dropEarlyKeys } from './keys/early-keys.ts';
import { dropHeldKeys } from './keys/held-keys.ts';
import { Preparation, watchPreparation } from './preparation.tsx';
import { watchPresses } from './press.ts';
import { soundWhatComesUp } from './sounds/play.ts';
import { languageOf } from './text/language.ts';
import { startTexts } from './text/start.ts';
import { listenForWedge } from './wedge/listen-for-wedge.ts';
import { openWorkstation } from './workstation.ts';

// The content security policy forbids code from strings, which zod would otherwise compile its schemas to.
z.config({ jitless: true });

/** What the main process filled into index.html. */
function given(name: 'language' | 'csp-nonce'): string {
  return document.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content ?? '';
}

const language = languageOf(given('language'));
const texts = startTexts(language);
document.documentElement.lang = language;
document.title = texts.t('app.name');

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <App texts={texts} styleNonce={given('csp-nonce')}>
    {page()}
  </App>,
);

function page() {
  const bridge = window.workstation;
  if (new URLSearchParams(window.location.search).has(PREPARING))
    return <Preparation state={watchPreparation(bridge)} />;
  const presses = watchPresses(window);
  const workstation = openWorkstation(bridge, presses);
  listenForWedge(workstation, presses);
  dropHeldKeys();
  dropEarlyKeys(workstation);
  soundWhatComesUp(workstation);
  return <Till workstation={workstation} />;
}
