import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../app/contract/commands.ts';
import { isSendable } from '../app/contract/message-size.ts';
import { COMMAND_CHANNEL, VIEW_CHANNEL } from './channels.ts';

/** All that the renderer gets of the outside. */
contextBridge.exposeInMainWorld('workstation', {
  // What is too large is not even sent: main would be busy with taking it apart.
  invoke: (command, input) =>
    ipcRenderer.invoke(COMMAND_CHANNEL, ...(isSendable([command, input]) ? [command, input] : [])),
  subscribe(listener) {
    const pass = (_event: unknown, view: unknown): void => listener(view);
    ipcRenderer.on(VIEW_CHANNEL, pass);
    return () => ipcRenderer.off(VIEW_CHANNEL, pass);
  },
} satisfies Bridge);
