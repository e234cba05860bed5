import type { goodsCommands } from '../../app/contract/goods.ts';
import { ok } from '../../app/domain/result.ts';
import type { JournalWorker } from '../../app/journal/worker/journal-worker.ts';
import type { Catalogue } from '../../app/sale/ports.ts';
import type { GoodsExport } from '../goods-export.ts';
import type { HandlersOf } from '../ipc.ts';

const MOST_FOUND = 50;

type GoodsHandlerParts = {
  readonly exported: Pick<GoodsExport, 'status' | 'send'>;
  readonly worker: Pick<JournalWorker, 'ask'>;
  readonly goods: Pick<Catalogue, 'byCode'>;
};

/** The commands of what the shop sells: telling the loyalty service of it, finding it by name. */
export function goodsHandlers({ exported, worker, goods }: GoodsHandlerParts): HandlersOf<keyof typeof goodsCommands> {
  return {
    'goods.status': () => ok(exported.status()),
    'goods.send': async () => {
      await exported.send();
      return ok(exported.status());
    },
    'goods.find': async ({ text }) => {
      const found = await worker.ask('goods', { text, most: MOST_FOUND });
      // A worker that cannot answer has a defect, or died over one.
      if (!found.ok) throw new Error(`journal worker, goods: ${JSON.stringify(found.error)}`);
      const { codes, more } = found.value;
      return ok({ goods: codes.flatMap((code) => goods.byCode(code) ?? []), more });
    },
  };
}
