import './theme/styles.ts';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { App } from './app.tsx';
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
const workstation = openWorkstation(window.workstation);
listenForWedge(workstation);
createRoot(root).render(<App workstation={workstation} texts={texts} styleNonce={given('csp-nonce')} />);
