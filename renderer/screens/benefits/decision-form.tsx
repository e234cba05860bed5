import './decision-form.css';
import type { TFunction } from 'i18next';
import { type SubmitEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BenefitCaseView, BenefitView } from '../../../app/contract/benefit.ts';
import { minus } from '../../../app/domain/money.ts';
import { ok } from '../../../app/domain/result.ts';
import { Figure } from '../../components/figure.tsx';
import { useInitialFocus } from '../../components/focus.ts';
import { PushButton } from '../../components/push-button.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { useFormat, useScreen, useView, useWorkstation } from '../../context.tsx';
import { actOn, useKeyPress } from '../../keys/use-keys.ts';
import { isCovered } from '../../screen.ts';
import { wrongSum } from '../../text/number-words.ts';
import { readSum } from '../../typed-sum.ts';
import { give } from './benefit-actions.ts';
import {
  BLANK_DRAFT,
  chosenTarget,
  type Onto,
  type PriceDraft,
  type PriceFault,
  type Prices,
  readPrice,
  readPrices,
  suggestedPrice,
  type Target,
} from './price-draft.ts';
import { PriceField, TargetChoice } from './price-fields.tsx';

type DecisionFormProps = {
  readonly found: BenefitCaseView;
  readonly connection: BenefitView['connection'];
  readonly targets: readonly Target[];
  /** What the price of the question was for, with type 3. */
  readonly asked: Onto | null;
  readonly onDecided: () => void;
};

/** A benefit that was found: its name, its prices, and whether the holder takes it. */
export function DecisionForm({ found, connection, targets, asked, onDecided }: DecisionFormProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const workstation = useWorkstation();
  const focus = useInitialFocus<HTMLInputElement>();
  const tellsRefusals = useView(({ benefits }) => benefits?.tellsRefusals ?? false);
  const running = useScreen((screen) => screen.running.includes('benefit.give'));
  const [draft, setDraft] = useState({ ...BLANK_DRAFT, onto: asked });
  const [category, setCategory] = useState(0);
  const target = chosenTarget(targets, draft);
  const discount = found.categories[category]?.discount ?? null;
  // The ЕЦС was asked with it: it stands.
  const fixed = connection === 3 && found.price !== null;
  const price = fixed ? ok(found.price) : readPrice(draft, target);
  const prices = readPrices(price, draft, discount, target);
  const suggested = suggestedPrice(price.ok ? price.value : null, discount);

  const decline = async () => {
    if (await workstation.run('benefit.decline', { caseId: found.id })) onDecided();
  };
  useKeyPress('part', (event) =>
    isCovered(workstation.screen.getState()) ? false : actOn(event, { benefitDecline: () => void decline() }),
  );
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (prices.ok && !running && (await give(workstation, found, category, prices.value, target))) onDecided();
  };
  return (
    <form className="decision-form panel" aria-label={t('benefits.found')} onSubmit={submit}>
      <header className="decision-form__head">
        <p>{t('benefits.found')}</p>
        <h2>{found.categories[category]?.name}</h2>
        <p>{found.service}</p>
      </header>
      {found.categories.length > 1 && (
        <SelectField
          label={t('benefits.category')}
          options={found.categories.map(({ name }, place) => ({ value: String(place), label: name }))}
          value={String(category)}
          onChange={(place) => setCategory(Number(place))}
        />
      )}
      <TargetChoice targets={targets} target={target} draft={draft} onDraft={setDraft} />
      <div className="decision-form__prices">
        {fixed && found.price !== null ? (
          <dl>
            <Figure label={t('benefits.price')} value={format.money(found.price)} />
          </dl>
        ) : (
          <PriceField draft={draft} onDraft={setDraft} price={price} />
        )}
        <TextField
          {...focus}
          label={t('benefits.discountedPrice')}
          value={draft.discountedPrice ?? (suggested === null ? '' : format.typed(suggested))}
          onChange={(text) => setDraft({ ...draft, discountedPrice: text })}
          error={prices.ok ? null : wrongPrice(t, prices.error, draft)}
        />
      </div>
      <p className="decision-form__off" role="status">
        {prices.ok && <Off prices={prices.value} />}
      </p>
      {!tellsRefusals && <p className="decision-form__help">{t('benefits.declineHelp')}</p>}
      <div className="decision-form__buttons">
        <PushButton
          label={t('benefits.decline')}
          keyId="benefitDecline"
          layout="stack"
          onPress={() => void decline()}
        />
        <PushButton
          label={t(connection === 3 ? 'benefits.giveDiscount' : 'benefits.give')}
          keyId="confirm"
          tone="primary"
          layout="stack"
          waiting={running}
          disabled={!prices.ok}
        />
      </div>
    </form>
  );
}

function Off({ prices: { price, discountedPrice } }: { readonly prices: Prices }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (price === null || discountedPrice === null) return null;
  return t('benefits.off', { sum: format.money(minus(price, discountedPrice)) });
}

/** What is wrong with the lower price; the other one has its own field. */
function wrongPrice(t: TFunction, fault: PriceFault, { discountedPrice }: PriceDraft): string | null {
  if (fault === 'price') return null;
  if (fault !== 'discounted') return t(`benefits.wrong.${fault}`);
  const read = readSum(discountedPrice ?? '');
  return read.ok ? null : wrongSum(t, read.error);
}
