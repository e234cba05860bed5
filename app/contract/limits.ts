/** The longest texts that commands take. Fields let no more be typed or pasted, so that no command is refused for its length. */
export const LONGEST = {
  /** The universal field, where a person may type whatever a scanner reads. */
  entry: 4096,
  code: 200,
  certificatePin: 40,
  nameOfPerson: 60,
  receiptSearch: 20,
  /** A card of the ЕЦС, and the series of a social card. */
  benefitCard: 100,
  benefitSeries: 20,
  /** What a printer goes by: its kind and its address of the settings. */
  printer: 2000,
  /** A text of the settings. */
  setting: 600,
} as const;
