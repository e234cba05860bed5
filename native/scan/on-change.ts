/** Passes a value on only where it differs from the last one. */
export function onChange<Value>(initial: Value, tell: (value: Value) => void): (value: Value) => void {
  let last = initial;
  return (value) => {
    if (value === last) return;
    last = value;
    tell(value);
  };
}
