import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

const HOST = '127.0.0.1';
const CONTROL_BASE = '/control';

type Routes = {
  /** Answers what an outside service is asked. */
  api(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void>;
  /** Answers what a test or a trainer asks; `path` below `/control`. */
  control(request: IncomingMessage, response: ServerResponse, path: string): Promise<void>;
};

export type EmulatorServer = {
  readonly url: string;
  readonly controlUrl: string;
  close(): Promise<void>;
};

/**
 * Serves an emulator on the loopback interface; on any free port when none is given. Rejects when the port is taken.
 * @param routesFor gets the signal that is aborted when the server closes, so that no answer is waited for
 */
export async function serveEmulator(
  port: number | undefined,
  routesFor: (closing: AbortSignal) => Routes,
): Promise<EmulatorServer> {
  const closing = new AbortController();
  const routes = routesFor(closing.signal);
  const server = createServer((request, response) => {
    // A till that hangs up or a server that closes ends the exchange; there is nobody to tell.
    route(routes, request, response).catch(() => response.destroy());
  });
  const taken = await new Promise<number>((resolve, reject) => {
    server.once('error', reject).listen(port ?? 0, HOST, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address ? address.port : 0);
    });
  });
  const url = `http://${HOST}:${taken}`;
  return {
    url,
    controlUrl: `${url}${CONTROL_BASE}`,
    close: () =>
      new Promise((resolve) => {
        closing.abort();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function route({ api, control }: Routes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', `http://${HOST}`);
  const { pathname } = url;
  if (pathname.startsWith(`${CONTROL_BASE}/`)) return control(request, response, pathname.slice(CONTROL_BASE.length));
  return api(request, response, url);
}
