import path from 'node:path';
import { app, BrowserWindow, dialog, type WebContents } from 'electron';

type WantedFile = { readonly title: string /** Without its ending. */; readonly name: string; readonly ending: string };

/** Asks the person where to save a file; `null` when they thought better of it. */
export async function askForFile(window: WebContents, { title, name, ending }: WantedFile): Promise<string | null> {
  const asked = {
    title,
    defaultPath: path.join(app.getPath('documents'), `${name}.${ending}`),
    filters: [{ name: ending.toUpperCase(), extensions: [ending] }],
    properties: ['showOverwriteConfirmation' as const],
  };
  const parent = BrowserWindow.fromWebContents(window);
  const { canceled, filePath } = await (parent ? dialog.showSaveDialog(parent, asked) : dialog.showSaveDialog(asked));
  return canceled || filePath === '' ? null : filePath;
}
