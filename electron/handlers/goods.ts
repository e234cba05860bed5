import type { goodsCommands } from '../../app/contract/goods.ts';
import { ok } from '../../app/domain/result.ts';
import type { GoodsExport } from '../goods-export.ts';
import type { HandlersOf } from '../ipc.ts';

/** The commands of telling the loyalty service what the shop sells. */
export function goodsHandlers(goods: Pick<GoodsExport, 'status' | 'send'>): HandlersOf<keyof typeof goodsCommands> {
  return {
    'goods.status': () => ok(goods.status()),
    'goods.send': async () => {
      await goods.send();
      return ok(goods.status());
    },
  };
}
