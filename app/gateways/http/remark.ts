/**
 * What whoever looks after the till should know of an exchange with a service. Names of operations and fields, statuses and numbers
 * of errors: nothing of a person, no token, no sentence of the service.
 */
export type Remark =
  /** The service said no. */
  | { readonly kind: 'refused'; readonly operation: string; readonly status: number; readonly number: string | null }
  /** A page that is no JSON, such as a proxy's: no answer of the service. */
  | { readonly kind: 'page'; readonly operation: string; readonly status: number }
  /** Fields that decide nothing could not be read and were left out. */
  | { readonly kind: 'odd'; readonly operation: string; readonly fields: string };

export type Remarks = (remark: Remark) => void;

/** Tells of an oddity once: a service that is odd is so in every answer. All else is told each time. */
export function oddOnce(remarks: Remarks): Remarks {
  const told = new Set<string>();
  return (remark) => {
    if (remark.kind === 'odd') {
      const oddity = `${remark.operation} ${remark.fields}`;
      if (told.has(oddity)) return;
      told.add(oddity);
    }
    remarks(remark);
  };
}
