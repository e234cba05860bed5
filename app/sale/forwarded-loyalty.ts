import type { Result } from '../domain/result.ts';
import type { LoyaltyGateway, ServiceFailure } from './ports.ts';

/** Makes one request of the gateway behind, in whatever way; the request says only which. */
type Pass = <Value>(
  request: (gateway: LoyaltyGateway) => Promise<Result<Value, ServiceFailure>>,
) => Promise<Result<Value, ServiceFailure>>;

/** A gateway every request of which goes through `pass`. */
export function forwarded(pass: Pass): LoyaltyGateway {
  return {
    identify: (key) => pass((to) => to.identify(key)),
    calculate: (request) => pass((to) => to.calculate(request)),
    askPin: (token) => pass((to) => to.askPin(token)),
    checkPin: (token, pin) => pass((to) => to.checkPin(token, pin)),
    write: (request) => pass((to) => to.write(request)),
    rollback: (receipt) => pass((to) => to.rollback(receipt)),
    returnReceipt: (request) => pass((to) => to.returnReceipt(request)),
    certificate: (code, pin) => pass((to) => to.certificate(code, pin)),
    requestRegistration: (phone) => pass((to) => to.requestRegistration(phone)),
    repeatRegistrationPin: (phone, ticket) => pass((to) => to.repeatRegistrationPin(phone, ticket)),
    register: (phone, ticket, pin, questionnaire) => pass((to) => to.register(phone, ticket, pin, questionnaire)),
    sendChatBot: (token) => pass((to) => to.sendChatBot(token)),
    importGoods: (goods) => pass((to) => to.importGoods(goods)),
  };
}
