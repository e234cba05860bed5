import { generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createEcs } from './client.ts';
import { failed, settingsOf } from './fixture.ts';

/**
 * The token flow against an OAuth server that was not made for it: `/connect/token` is oidc-provider's, and behind it stands
 * a service that lets in whom that provider knows.
 */
let server: Server;
let provider: Provider;
let baseUrl: string;
let issued: number;
/** Tokens that the service was shown, as the provider knows them. */
let shown: { readonly clientId: string; readonly scope: string }[];
/** Makes a token void before the service looks at it. */
let revoking: boolean;

const SECRET = 'a secret & a half+=';

beforeAll(async () => {
  server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  baseUrl = `http://127.0.0.1:${address.port}`;
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  // It warns of its store, which is in memory as all of this is.
  vi.spyOn(console, 'warn').mockReturnValue();
  provider = new Provider(baseUrl, {
    clients: [
      {
        client_id: 'shop',
        client_secret: SECRET,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
        token_endpoint_auth_method: 'client_secret_post',
        scope: 'ECS.WebAPI OrganizationAPI',
      },
    ],
    scopes: ['ECS.WebAPI', 'OrganizationAPI', 'Elsewhere'],
    routes: { token: '/connect/token' },
    features: { clientCredentials: { enabled: true }, devInteractions: { enabled: false } },
    ttl: { ClientCredentials: 3600 },
    jwks: { keys: [privateKey.export({ format: 'jwk' })] },
    cookies: { keys: ['of this test'] },
  });
  const oauth = provider.callback();
  server.on('request', async (request, response) => {
    if (request.url === '/connect/token') {
      issued += 1;
      return oauth(request, response);
    }
    const [, token = ''] = (request.headers.authorization ?? '').split('Bearer ');
    const known = await provider.ClientCredentials.find(token);
    if (known && revoking) {
      revoking = false;
      await known.destroy();
      return response.writeHead(401).end();
    }
    if (!known) return response.writeHead(401).end();
    shown.push({ clientId: known.clientId, scope: known.scope });
    return response.end('{"pageItems":[],"totalItems":0,"currentPageIndex":0}');
  });
});

beforeEach(() => {
  issued = 0;
  shown = [];
  revoking = false;
});

afterAll(async () => {
  vi.restoreAllMocks();
  await new Promise((resolve) => server.close(resolve));
});

function gateway(section: Partial<Parameters<typeof settingsOf>[0]> = {}) {
  return createEcs(settingsOf({ baseUrl, clientId: 'shop', clientSecret: SECRET, ...section }));
}

test('its tokens are got, kept and accepted', async () => {
  const ecs = gateway();
  expect(await ecs.services()).toEqual({ ok: true, value: [] });
  expect(await ecs.services()).toEqual({ ok: true, value: [] });
  expect(shown).toEqual([
    { clientId: 'shop', scope: 'ECS.WebAPI OrganizationAPI' },
    { clientId: 'shop', scope: 'ECS.WebAPI OrganizationAPI' },
  ]);
  expect(issued).toBe(1);
});

test('a token it has taken back is renewed', async () => {
  const ecs = gateway();
  await ecs.services();
  revoking = true;
  expect(await ecs.services()).toEqual({ ok: true, value: [] });
  expect([issued, shown.length]).toEqual([2, 2]);
});

test.each([{ clientId: 'nobody' }, { clientSecret: 'wrong' }, { scope: 'ECS.WebAPI Elsewhere' }])(
  '%j: it gives no token',
  async (section) => {
    expect(await gateway(section).services()).toEqual(failed({ kind: 'token-rejected' }));
    expect(shown).toEqual([]);
  },
);
