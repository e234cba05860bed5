import { startMaxBonus } from './maxbonus/server.ts';

/** Where the emulators listen, as one JSON-able object; `baseUrl` and `token` go into a till's profile as they are. */
type TrainingAddresses = {
  readonly maxbonus: { readonly baseUrl: string; readonly token: string; readonly controlUrl: string };
};

type TrainingServices = { readonly addresses: TrainingAddresses; close(): Promise<void> };

/** Starts an emulator of every outside service on the loopback interface; on any free port where none is given. */
export async function startTrainingServices(
  ports: { readonly [service in keyof TrainingAddresses]?: number } = {},
): Promise<TrainingServices> {
  const maxbonus = await startMaxBonus(ports.maxbonus === undefined ? {} : { port: ports.maxbonus });
  return {
    addresses: { maxbonus: { baseUrl: maxbonus.url, token: maxbonus.token, controlUrl: maxbonus.controlUrl } },
    close: () => maxbonus.close(),
  };
}
