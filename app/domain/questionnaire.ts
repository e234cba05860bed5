/** What a new customer tells of themselves (MaxBonus integrator's manual, appendix 1, «Регистрация покупателя»). */
export type Questionnaire = {
  readonly familyName: string;
  readonly firstName: string;
  readonly patronymic: string;
  /** YYYY-MM-DD. */
  readonly birthday: string | null;
  readonly gender: 'male' | 'female' | null;
};
