import type { Product } from '../app/domain/product.ts';
import type { MaxBonusSettings } from '../app/settings/maxbonus.ts';
import { type Profile, profileSchema } from '../app/settings/profile.ts';
import type { MainText } from './text/text.ts';

/** A till that is not set up trains under a name of its own. */
export function trainingProfile(text: MainText): Profile {
  const outlet = { name: text('training.outlet'), till: text('training.till'), cashier: text('training.cashier') };
  return profileSchema.parse({ version: 1, outlet });
}

export type Training = {
  readonly maxbonus: MaxBonusSettings;
  readonly goods: readonly Product[];
  /** How the shop's own codes look. */
  readonly codes: Profile['codes'];
  /** What a trainee may scan or type. */
  readonly hints: { readonly phone: string; readonly card: string; readonly barcode: string };
  /** The PIN of the latest SMS: nobody's telephone rings in training. */
  latestPin(): string | null;
};

/** Starts the emulators of the outside services in this program, and gives the shop that they know. */
export async function startTraining(): Promise<Training> {
  const [{ startMaxBonus }, { TRAINING_CUSTOMERS }, { TRAINING_CODES, trainingGoods }] = await Promise.all([
    import('../app/training/maxbonus/server.ts'),
    import('../app/training/maxbonus/customers.ts'),
    import('../app/training/maxbonus/shop.ts'),
  ]);
  const service = await startMaxBonus();
  const { maxbonus, goods } = profileSchema.parse({
    version: 1,
    outlet: { name: '-', till: '-' },
    maxbonus: { baseUrl: service.url, token: service.token },
    goods: trainingGoods(),
  });
  if (!maxbonus || !goods) throw new Error('the training shop has a service and goods');
  return {
    maxbonus,
    goods: goods.map((good) => ({ ...good, barcode: good.barcode ?? null })),
    codes: TRAINING_CODES,
    hints: {
      phone: TRAINING_CUSTOMERS[0].phone,
      card: TRAINING_CUSTOMERS[0].card,
      barcode: goods.find((good) => good.barcode)?.barcode ?? '',
    },
    latestPin: () => service.control.sms().findLast(({ pin }) => pin !== null)?.pin ?? null,
  };
}
