import { isGtin } from '../gtin.ts';
import type { PhoneCountry } from '../phone-reader.ts';
import type { Scan } from '../scan.ts';
import { type Symbology, splitAim, symbologyOf } from './aim.ts';
import { asIfLatin } from './layout.ts';
import { readElementString, readTobacco } from './marking.ts';
import type { GoodsMeaning, Meaning, OwnCode } from './meaning.ts';
import { otherCode } from './other.ts';
import { expandUpcE, spellings } from './product-number.ts';
import { withSeparators } from './separators.ts';
import { readWeighed, type WeighedRule } from './weighed.ts';

/** What the shop says of its own codes and of how its scanners send them. */
export type CodeRules = {
  /** Regular expressions that match a whole code. */
  readonly cards: readonly string[];
  readonly certificates: readonly string[];
  readonly promos: readonly string[];
  readonly weighed: readonly WeighedRule[];
  /** What scanners put in place of a GS. */
  readonly separators: readonly string[];
  /** Whose phones are written without a plus. */
  readonly phoneCountry: PhoneCountry;
};

/** A code as it was meant — without symbology identifier, in Latin letters, separators in place — and what it may be. */
export type Recognised = { readonly text: string; readonly meanings: readonly Meaning[] };

type Code = { readonly text: string; readonly symbology: Symbology | null };

type Masks = { readonly [Own in OwnCode]: readonly RegExp[] };

/** One reading of a code; none of them knows of the others. */
type Recogniser = (code: Code, shop: { readonly masks: Masks; readonly rules: CodeRules }) => Meaning | null;

const RECOGNISERS: readonly Recogniser[] = [
  own('card'),
  own('certificate'),
  own('promo'),
  ({ text, symbology }) => readElementString(text, symbology === 'gs1'),
  ({ text }) => readTobacco(text),
  ({ text }) => {
    const what = otherCode(text);
    return what === null ? null : { kind: 'other', what };
  },
  ({ text }, { rules }) => readWeighed(text, rules.weighed),
  productNumber,
];

/** Makes a reader of codes by the rules of one shop. Whatever comes in is read: it never fails and never waits. */
export function recogniser(rules: CodeRules): (code: Pick<Scan, 'text' | 'aim'>) => Recognised {
  const masks: Masks = {
    card: whole(rules.cards),
    certificate: whole(rules.certificates),
    promo: whole(rules.promos),
  };
  const read = (sent: Pick<Scan, 'text' | 'aim'>): Recognised => {
    const { text: bare, aim } = sent.aim === undefined ? splitAim(sent.text) : sent;
    const text = withSeparators(bare, rules.separators);
    const code = { text, symbology: symbologyOf(aim) };
    return { text, meanings: RECOGNISERS.flatMap((recognise) => recognise(code, { masks, rules }) ?? []) };
  };
  return (sent) => {
    const asSent = read(sent);
    // GS1 values are ASCII: letters of another alphabet in goods are keys of another layout.
    const isForeign = asSent.meanings.length > 0 && asSent.meanings.every(isGoods) && !ASCII.test(asSent.text);
    if (asSent.meanings.length > 0 && !isForeign) return asSent;
    // Another layout is believed only when what it gives makes sense and what came makes none.
    for (const text of asIfLatin(sent.text)) {
      const asMeant = read({ ...sent, text });
      if (asMeant.meanings.length > 0 && (!isForeign || ASCII.test(asMeant.text))) return asMeant;
    }
    return asSent;
  };
}

const ASCII = /^\p{ASCII}*$/u;

function isGoods({ kind }: Meaning): boolean {
  return kind === 'goods';
}

function whole(sources: readonly string[]): RegExp[] {
  return sources.map((source) => new RegExp(`^(?:${source})$`));
}

function own(kind: OwnCode): Recogniser {
  return ({ text }, { masks }) => (masks[kind].some((mask) => mask.test(text)) ? { kind: 'own', own: kind } : null);
}

const RETAIL: readonly Symbology[] = ['ean-13', 'ean-8', 'itf'];

/** EAN, UPC and ITF-14. Eight digits may be a UPC-E too, unless the scanner says that they are an EAN-8. */
function productNumber({ text, symbology }: Code): GoodsMeaning | null {
  const short = symbology === 'ean-8' ? null : expandUpcE(text);
  const numbers = [...(isGtin(text) ? [text] : []), ...(short === null ? [] : [short])];
  if (numbers.length === 0) return null;
  return {
    kind: 'goods',
    barcodes: numbers.flatMap(spellings),
    articles: [],
    measure: null,
    mark: null,
    certain: symbology === null ? isGtin(text) : RETAIL.includes(symbology),
  };
}
