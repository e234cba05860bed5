/** What the emulated bank knows. Prices are roubles, as a person writes them. */
export type TrainingCategory = { readonly id: number; readonly name: string };

export type TrainingService = {
  readonly id: number;
  readonly name: string;
  /** Ids of the categories that get it cheaper. */
  readonly categories: readonly number[];
};

/** A plastic card of a holder: `number` counts those that the holder has had. */
export type TrainingPlastic = {
  readonly number: string;
  /** The last month in which it is good, YYYY-MM. */
  readonly expires: string;
  /** Lost or replaced. */
  readonly blocked?: boolean;
};

export type TrainingHolder = {
  readonly clientId: number;
  /** Stands on the card before the number of the plastic. */
  readonly code: string;
  readonly plastics: readonly TrainingPlastic[];
  /** Eleven digits. */
  readonly snils: string;
  readonly socialCard?: { readonly number: string; readonly series: string; readonly expires: string };
  /** Ids of categories; the first has the highest priority. */
  readonly categories: readonly number[];
};

/** A service that a holder has got elsewhere, so many days before the bank opens. */
export type TrainingVisit = {
  readonly clientId: number;
  readonly service: TrainingCategory;
  readonly organization: { readonly id: number; readonly shortName: string };
  readonly daysAgo: number;
  readonly discountedPrice?: number;
};

export type TrainingBank = {
  /** The participant that the token is for. */
  readonly organization: { readonly id: number; readonly shortName: string };
  readonly terminals: readonly number[];
  readonly area: { readonly id: number; readonly name: string };
  readonly categories: readonly TrainingCategory[];
  readonly services: readonly TrainingService[];
  readonly holders: readonly TrainingHolder[];
  readonly visits: readonly TrainingVisit[];
};
