/** What another language must say where Russian says `Russian`: the same keys. */
export type Wording<Russian> = {
  readonly [Key in keyof Russian]: Russian[Key] extends string ? string : Wording<Russian[Key]>;
};
