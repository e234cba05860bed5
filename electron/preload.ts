import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../app/contract/commands.ts';
import { COMMAND_CHANNEL, VIEW_CHANNEL } from './channels.ts';

/** All that the renderer gets of the outside. */
contextBridge.exposeInMainWorld('workstation', {
  invoke: (command, input) => ipcRenderer.invoke(COMMAND_CHANNEL, command, input),
  subscribe(listener) {
    const pass = (_event: unknown, view: unknown): void => listener(view);
    ipcRenderer.on(VIEW_CHANNEL, pass);
    return () => ipcRenderer.off(VIEW_CHANNEL, pass);
  },
} satisfies Bridge);
