/** As much of the package as token.oidc.test.ts uses; it brings no types of its own. */
declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http';

  type Configuration = {
    readonly clients: readonly {
      readonly client_id: string;
      readonly client_secret: string;
      readonly grant_types: readonly string[];
      readonly redirect_uris: readonly string[];
      readonly response_types: readonly string[];
      readonly token_endpoint_auth_method: string;
      readonly scope: string;
    }[];
    readonly scopes: readonly string[];
    readonly routes: { readonly token: string };
    readonly features: Readonly<Record<string, { readonly enabled: boolean }>>;
    readonly ttl: { readonly ClientCredentials: number };
    readonly jwks: { readonly keys: readonly object[] };
    readonly cookies: { readonly keys: readonly string[] };
  };

  export class Provider {
    constructor(issuer: string, configuration: Configuration);
    callback(): RequestListener;
    readonly ClientCredentials: {
      find(
        token: string,
      ): Promise<{ readonly clientId: string; readonly scope: string; destroy(): Promise<void> } | undefined>;
    };
  }
}
