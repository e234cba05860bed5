import type { Profile } from '../app/settings/profile.ts';
import type { WantedSecret } from './vault/vault.ts';

/**
 * The secrets that a till needs by its profile. Each belongs to the service, and to the participant, that it was given for: another
 * address gets none of it.
 * @param imported the profile came just now, and the keychain does not have its secrets yet
 */
export function wantedSecrets({ maxbonus, ecs }: Profile, imported: boolean): readonly WantedSecret[] {
  const wanted: WantedSecret[] = [];
  if (maxbonus) {
    const name = `maxbonus.token@${new URL(maxbonus.baseUrl).origin}`;
    wanted.push({ owner: 'maxbonus', name, given: maxbonus.token ?? null, isNew: imported });
  }
  if (ecs) {
    const name = `ecs.clientSecret@${new URL(ecs.baseUrl).origin}/${ecs.clientId}`;
    wanted.push({ owner: 'ecs', name, given: ecs.clientSecret ?? null, isNew: imported });
  }
  return wanted;
}
