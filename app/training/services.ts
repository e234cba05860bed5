import { startEcs } from './ecs/server.ts';
import { startMaxBonus } from './maxbonus/server.ts';

/** Where the emulators listen, as one JSON-able object; all but `controlUrl` goes into a till's profile as it is. */
type TrainingAddresses = {
  readonly maxbonus: { readonly baseUrl: string; readonly token: string; readonly controlUrl: string };
  readonly ecs: {
    readonly baseUrl: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly terminalId: number;
    readonly connectionType: 1 | 2 | 3;
    readonly controlUrl: string;
  };
};

type TrainingServices = { readonly addresses: TrainingAddresses; close(): Promise<void> };

/** Starts an emulator of every outside service on the loopback interface; on any free port where none is given. */
export async function startTrainingServices(
  ports: { readonly [service in keyof TrainingAddresses]?: number } = {},
): Promise<TrainingServices> {
  const maxbonus = await startMaxBonus(at(ports.maxbonus));
  const ecs = await startEcs(at(ports.ecs));
  const { clientId, clientSecret, terminalId } = ecs;
  const { connectionType } = ecs.control.variant();
  return {
    addresses: {
      maxbonus: { baseUrl: maxbonus.url, token: maxbonus.token, controlUrl: maxbonus.controlUrl },
      ecs: { baseUrl: ecs.url, clientId, clientSecret, terminalId, connectionType, controlUrl: ecs.controlUrl },
    },
    close: async () => {
      await Promise.all([maxbonus.close(), ecs.close()]);
    },
  };
}

function at(port: number | undefined): { readonly port?: number } {
  return port === undefined ? {} : { port };
}
