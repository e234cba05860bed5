import type { Benefit, BenefitService, BenefitTransaction } from '../../domain/benefit.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { SecretSource } from '../../domain/secret-loss.ts';
import type { BenefitFailure, BenefitGateway } from '../../sale/benefits/ports.ts';
import type { EcsSettings } from '../../settings/ecs.ts';
import { type Odd, readFields } from '../http/answer-form.ts';
import { oddOnce, type Remarks } from '../http/remark.ts';
import { cleanLine } from '../http/service-text.ts';
import { ecsExchange } from './exchange.ts';
import type { ApiOperation } from './operations.ts';
import { refusal } from './refusal.ts';
import { checkRequest, confirmRequest, transactionsRequest } from './requests.ts';
import {
  type CancelRequest,
  checkAnswer,
  epochOf,
  foundAnswer,
  type PageRequest,
  pageAnswer,
  serviceItem,
  type TransactionItem,
  transactionItem,
  verdict,
} from './wire.ts';

/** More pages than any organisation has services: a service that never comes to the last one is out of order. */
const MOST_PAGES = 100;

/** `01` of appendix 7: what an answer without benefits means when its code says nothing else. */
const NO_BENEFIT = 1;

/**
 * The ЕЦС as the desk's benefit service.
 * @param now counts milliseconds and never jumps
 * @param remarks told what whoever looks after the till should know of the exchanges
 * @param secret asked whenever an access token is needed; left out, it stands in the settings
 */
export function createEcs(
  settings: EcsSettings,
  now: () => number = () => performance.now(),
  remarks: Remarks = () => undefined,
  secret?: SecretSource,
): BenefitGateway {
  const remark = oddOnce(remarks);
  const exchange = ecsExchange(settings, now, remark, secret);
  const oddIn =
    (operation: ApiOperation): Odd =>
    (fields) =>
      remark({ kind: 'odd', operation, fields: fields.join(', ') });

  /** One page, with its items as they are. */
  async function page(operation: 'services' | 'transactions', request: PageRequest) {
    const answer = await exchange(operation, request);
    if (!answer.ok) return answer;
    const read = readFields(pageAnswer, answer.value, oddIn(operation));
    return read ? ok(read) : UNREADABLE;
  }

  return {
    async services() {
      const found = new Map<number, BenefitService>();
      for (let index = 0; index < MOST_PAGES; index++) {
        const answer = await page('services', { pageIndex: index, pageSize: settings.pageSize });
        if (!answer.ok) return answer;
        const { pageItems, totalItems, currentPageIndex } = answer.value;
        const before = found.size;
        for (const item of pageItems) {
          const read = serviceItem.safeParse(item);
          if (!read.success) return UNREADABLE;
          found.set(read.data.service.id, cleaned(read.data.service));
        }
        // Where the service does not say how many there are, an empty page is the last.
        if (found.size >= (totalItems ?? Number.POSITIVE_INFINITY) || pageItems.length === 0)
          return ok([...found.values()]);
        // The same page again and again.
        if ((currentPageIndex ?? index) !== index || found.size === before) return UNREADABLE;
      }
      return UNREADABLE;
    },

    async check(check) {
      const answer = await exchange('check', checkRequest(check, settings.terminalId));
      return answer.ok ? toBenefit(answer.value, settings) : answer;
    },

    async confirm(confirmation) {
      const answer = await exchange('confirm', confirmRequest(confirmation));
      return answer.ok ? ok(undefined) : answer;
    },

    async refuse(transactionId) {
      if (settings.refusal === 'off') return ok('not-told');
      const request: CancelRequest = { transactionId };
      const answer = await exchange('refuse', request);
      return answer.ok ? ok('told') : answer;
    },

    async transactions(query) {
      const answer = await page('transactions', transactionsRequest(query, settings));
      if (!answer.ok) return answer;
      const { pageItems, totalItems } = answer.value;
      const transactions: BenefitTransaction[] = [];
      for (const item of pageItems) {
        const read = readFields(transactionItem, item, oddIn('transactions'));
        if (!read) return UNREADABLE;
        transactions.push(toTransaction(read, settings));
      }
      return ok({ transactions, total: totalItems ?? query.page * query.pageSize + transactions.length });
    },
  };
}

const UNREADABLE: Result<never, BenefitFailure> = fail({ kind: 'lost', cause: 'unreadable' });

/** Success is a list of benefits that is not empty: 1 is the code of the sample as well as that of «no benefit». */
function toBenefit(body: unknown, settings: EcsSettings): Result<Benefit, BenefitFailure> {
  const said = checkAnswer.safeParse(body);
  if (!said.success) return UNREADABLE;
  const [first, ...others] = said.data.benefits.map(({ benefitCategory }) => cleaned(benefitCategory));
  if (!first) return refusal('check', 200, verdict.parse(body).resultCode || NO_BENEFIT, body, settings);
  const found = foundAnswer.safeParse(body);
  return found.success ? ok({ ...found.data, categories: [first, ...others] }) : UNREADABLE;
}

function toTransaction(item: TransactionItem, { timeZone }: EcsSettings): BenefitTransaction {
  return {
    id: item.id,
    confirmedAt: epochOf(item.confirmationDate, timeZone),
    service: cleaned(item.service),
    organization: cleanLine(item.organization ?? '').trim(),
    area: cleanLine(item.area ?? '').trim(),
    discountedPrice: item.discountedPrice ?? null,
  };
}

function cleaned({ id, name }: BenefitService): BenefitService {
  return { id, name: cleanLine(name).trim() };
}
