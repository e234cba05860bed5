import type { Profile } from '../app/settings/profile.ts';
import { conceal } from './masked.ts';
import type { Kept, Secrets } from './secrets.ts';

/** A token belongs to the service it was given for: another address gets none of it. */
function tokenName({ baseUrl }: { readonly baseUrl: string }): string {
  return `maxbonus.token@${new URL(baseUrl).origin}`;
}

/** A secret belongs to the service and to the participant it was given for. */
function clientSecretName({ baseUrl, clientId }: { readonly baseUrl: string; readonly clientId: string }): string {
  return `ecs.clientSecret@${new URL(baseUrl).origin}/${clientId}`;
}

/** The profile with the secrets that join it from the keychain; one that stands in it goes first. */
export function withSecrets(profile: Profile, secrets: Pick<Secrets, 'get'>): Profile {
  const { maxbonus, ecs } = profile;
  const token = maxbonus && (maxbonus.token ?? secrets.get(tokenName(maxbonus)));
  const clientSecret = ecs && (ecs.clientSecret ?? secrets.get(clientSecretName(ecs)));
  for (const secret of [token, clientSecret]) conceal(secret ?? undefined);
  return {
    ...profile,
    ...(maxbonus && token && { maxbonus: { ...maxbonus, token } }),
    ...(ecs && clientSecret && { ecs: { ...ecs, clientSecret } }),
  };
}

/** Puts the secrets of a profile into the keychain; how the one that is kept worst is kept, `null` for a profile without any. */
export function keepSecrets({ maxbonus, ecs }: Profile, secrets: Pick<Secrets, 'keep'>): Kept | null {
  const kept = [
    ...(maxbonus?.token === undefined ? [] : [secrets.keep(tokenName(maxbonus), maxbonus.token)]),
    ...(ecs?.clientSecret === undefined ? [] : [secrets.keep(clientSecretName(ecs), ecs.clientSecret)]),
  ];
  if (kept.length === 0) return null;
  return kept.includes('memory') ? 'memory' : 'keychain';
}
