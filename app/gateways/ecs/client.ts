import type { z } from 'zod';
import type { Benefit, BenefitService, BenefitTransaction } from '../../domain/benefit.ts';
import { fail, ok, type Result } from '../../domain/result.ts';
import type { BenefitFailure, BenefitGateway } from '../../sale/benefits/ports.ts';
import type { EcsSettings } from '../../settings/ecs.ts';
import { cleanLine } from '../http/service-text.ts';
import { ecsExchange } from './exchange.ts';
import { refusal } from './refusal.ts';
import { checkRequest, confirmRequest, transactionsRequest } from './requests.ts';
import {
  type CancelRequest,
  checkAnswer,
  foundAnswer,
  type PageRequest,
  servicesAnswer,
  type TransactionsAnswer,
  transactionsAnswer,
  verdict,
} from './wire.ts';

/** More pages than any organisation has services: a service that never comes to the last one is out of order. */
const MOST_PAGES = 100;

/** `01` of appendix 7: what an answer without benefits means when its code says nothing else. */
const NO_BENEFIT = 1;

/** The ЕЦС as the desk's benefit service. `now` counts milliseconds and never jumps. */
export function createEcs(settings: EcsSettings, now: () => number = () => performance.now()): BenefitGateway {
  const exchange = ecsExchange(settings, now);

  return {
    async services() {
      const found = new Map<number, BenefitService>();
      for (let page = 0; page < MOST_PAGES; page++) {
        const request: PageRequest = { pageIndex: page, pageSize: settings.pageSize };
        const answer = understood(await exchange('services', request), servicesAnswer);
        if (!answer.ok) return answer;
        const { pageItems, totalItems, currentPageIndex } = answer.value;
        const before = found.size;
        for (const { service } of pageItems) found.set(service.id, cleaned(service));
        if (found.size >= totalItems || pageItems.length === 0) return ok([...found.values()]);
        // The same page again and again.
        if (currentPageIndex !== page || found.size === before) return UNREADABLE;
      }
      return UNREADABLE;
    },

    async check(check) {
      const answer = await exchange('check', checkRequest(check, settings.terminalId));
      return answer.ok ? toBenefit(answer.value) : answer;
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
      const answer = await exchange('transactions', transactionsRequest(query, settings));
      const page = understood(answer, transactionsAnswer);
      if (!page.ok) return page;
      const { pageItems, totalItems } = page.value;
      return ok({ transactions: pageItems.map(toTransaction), total: totalItems });
    },
  };
}

const UNREADABLE: Result<never, BenefitFailure> = fail({ kind: 'lost', cause: 'unreadable' });

/** The body of an answer as its schema has it; one that does not fit is unreadable. */
function understood<Value>(
  answer: Result<unknown, BenefitFailure>,
  schema: z.ZodType<Value>,
): Result<Value, BenefitFailure> {
  if (!answer.ok) return answer;
  const parsed = schema.safeParse(answer.value);
  return parsed.success ? ok(parsed.data) : UNREADABLE;
}

/** Success is a list of benefits that is not empty: 1 is the code of the sample as well as that of «no benefit». */
function toBenefit(body: unknown): Result<Benefit, BenefitFailure> {
  const said = checkAnswer.safeParse(body);
  if (!said.success) return UNREADABLE;
  const [first, ...others] = said.data.benefits.map(({ benefitCategory }) => cleaned(benefitCategory));
  if (!first) {
    const { resultCode, resultMessage } = verdict.parse(body);
    return refusal('check', 200, resultCode || NO_BENEFIT, resultMessage || '');
  }
  const found = foundAnswer.safeParse(body);
  return found.success ? ok({ ...found.data, categories: [first, ...others] }) : UNREADABLE;
}

function toTransaction(item: TransactionsAnswer['pageItems'][number]): BenefitTransaction {
  return {
    id: item.id,
    confirmedAt: item.confirmationDate,
    service: cleaned(item.service),
    organization: cleanLine(item.organization.name).trim(),
    area: cleanLine(item.area.name).trim(),
    discountedPrice: item.discountedPrice ?? null,
  };
}

function cleaned({ id, name }: BenefitService): BenefitService {
  return { id, name: cleanLine(name).trim() };
}
