import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { ProfileInput } from '../../app/settings/profile.ts';

/** The way from a till to its loyalty service. Cut, nobody answers at the service's address: as without the internet. */
export type Network = {
  /** The same shop, with the service reached by this way. */
  through(profile: ProfileInput): ProfileInput;
  cut(): Promise<void>;
  restore(): Promise<void>;
};

const HOST = '127.0.0.1';

export async function startNetwork(): Promise<Network> {
  const sockets = new Set<Socket>();
  let target = 0;
  const server = createServer((till) => {
    const service = connect(target, HOST);
    for (const socket of [till, service]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    }
    till.pipe(service).pipe(till);
  });
  const listen = async (port: number): Promise<number> => {
    await once(server.listen(port, HOST), 'listening');
    const address = server.address();
    if (typeof address !== 'object' || !address) throw new Error('a TCP server has a port');
    return address.port;
  };
  const port = await listen(0);
  return {
    through(profile) {
      if (!profile.maxbonus) throw new Error('this shop has no service to reach');
      const url = new URL(profile.maxbonus.baseUrl);
      target = Number(url.port);
      url.port = String(port);
      return { ...profile, maxbonus: { ...profile.maxbonus, baseUrl: url.href } };
    },
    async cut() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const socket of sockets) socket.destroy();
      await closed;
    },
    async restore() {
      await listen(port);
    },
  };
}
