import type { Product } from '../app/domain/product.ts';
import { type MaxBonusSettings, type Profile, profileSchema } from '../app/settings/profile.ts';
import type { MainText } from './text/text.ts';

/** A till without settings of its own trains: a shop of its own, whose outside services are emulators in this program. */
export function trainingProfile(text: MainText, configured: Profile | null): Profile {
  const outlet = { name: text('training.outlet'), till: text('training.till'), cashier: text('training.cashier') };
  return configured ?? profileSchema.parse({ version: 1, outlet });
}

/** Starts the emulators and gives the shop that they know. */
export async function startTraining(): Promise<{
  readonly maxbonus: MaxBonusSettings;
  readonly goods: readonly Product[];
}> {
  const [{ startMaxBonus }, { trainingGoods }] = await Promise.all([
    import('../app/training/maxbonus/server.ts'),
    import('../app/training/maxbonus/training-shop.ts'),
  ]);
  const service = await startMaxBonus();
  const { maxbonus, goods } = profileSchema.parse({
    version: 1,
    outlet: { name: '-', till: '-' },
    maxbonus: { baseUrl: service.url, token: service.token },
    goods: trainingGoods(),
  });
  if (!maxbonus || !goods) throw new Error('the training shop has a service and goods');
  return { maxbonus, goods: goods.map((good) => ({ ...good, barcode: good.barcode ?? null })) };
}
