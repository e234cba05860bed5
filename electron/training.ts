import type { Assortment } from '../app/domain/product.ts';
import type { EcsSettings } from '../app/settings/ecs.ts';
import { assortment } from '../app/settings/goods.ts';
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
  readonly ecs: EcsSettings;
  readonly goods: Assortment;
  /** How the shop's own codes look. */
  readonly codes: Profile['codes'];
  /** What a trainee may scan or type. */
  readonly hints: {
    readonly phone: string;
    readonly card: string;
    readonly barcode: string;
    readonly benefitCard: string;
  };
  /** The emulator's page where a customer would register. */
  readonly registrationUrl: string;
  /** The PIN of the latest SMS: nobody's telephone rings in training. */
  latestPin(): string | null;
};

/** Starts the emulators of the outside services in this program, and gives the shop that they know. */
export async function startTraining(): Promise<Training> {
  const [
    { startMaxBonus },
    { TRAINING_CUSTOMERS },
    { TRAINING_CODES, trainingGoods },
    { TRAINING_GROUPS },
    { startEcs },
    { TRAINING_BARCODES, TRAINING_DISCOUNTS },
  ] = await Promise.all([
    import('../app/training/maxbonus/server.ts'),
    import('../app/training/maxbonus/customers.ts'),
    import('../app/training/maxbonus/shop.ts'),
    import('../app/training/maxbonus/products.ts'),
    import('../app/training/ecs/server.ts'),
    import('../app/training/ecs/bank.ts'),
  ]);
  const [service, bank] = await Promise.all([startMaxBonus(), startEcs()]);
  const { maxbonus, ecs, goods, groups, codes } = profileSchema.parse({
    version: 1,
    outlet: { name: '-', till: '-' },
    maxbonus: { baseUrl: service.url, token: service.token },
    ecs: {
      baseUrl: bank.url,
      clientId: bank.clientId,
      clientSecret: bank.clientSecret,
      terminalId: bank.terminalId,
      connectionType: bank.control.variant().connectionType,
      discounts: TRAINING_DISCOUNTS,
    },
    goods: trainingGoods(),
    groups: [...TRAINING_GROUPS],
    codes: TRAINING_CODES,
  });
  if (!maxbonus || !ecs || !goods) throw new Error('the training shop has its services and goods');
  return {
    maxbonus,
    ecs,
    goods: assortment(goods, groups),
    codes,
    hints: {
      phone: TRAINING_CUSTOMERS[0].phone,
      card: TRAINING_CUSTOMERS[0].card,
      barcode: goods.find((good) => good.barcode)?.barcode ?? '',
      benefitCard: TRAINING_BARCODES.family,
    },
    registrationUrl: service.registrationUrl,
    latestPin: () => service.control.sms().findLast(({ pin }) => pin !== null)?.pin ?? null,
  };
}
