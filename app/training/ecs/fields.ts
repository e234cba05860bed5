import { errorReply, type Reply } from './reply.ts';
import type { CheckBody } from './requests.ts';
import type { Variant } from './variant.ts';

const FIELDS = ['clientCode', 'clientSnils', 'cardNumber', 'cardSeries', 'price'] as const;
type Field = (typeof FIELDS)[number];

/** Fields of a check that each connection type may send. */
const ALLOWED: Readonly<Record<Variant['connectionType'], readonly Field[]>> = {
  1: ['clientCode', 'cardNumber', 'cardSeries'],
  2: ['clientSnils'],
  3: ['clientCode', 'cardNumber', 'cardSeries', 'price'],
};

/** Why a check cannot be: a field that its connection type must not send, or a holder named in no way or in two. */
export function wrongCheck(asked: CheckBody, { connectionType }: Variant): Reply | null {
  const forbidden = FIELDS.find((name) => asked[name] !== undefined && !ALLOWED[connectionType].includes(name));
  if (forbidden) return errorReply(403, `Поле ${forbidden} недоступно для типа подключения ${connectionType}`);
  return wrongCard(asked);
}

export function wrongCard(asked: Partial<Pick<CheckBody, Field>>): Reply | null {
  const given = FIELDS.filter((name) => name !== 'price' && asked[name] !== undefined).join();
  const one = ['clientCode', 'clientSnils', 'cardNumber,cardSeries'].includes(given);
  return one ? null : errorReply(400, 'Укажите одно из полей clientCode, clientSnils, (cardNumber, cardSeries)');
}
