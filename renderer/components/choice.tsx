import './choice.css';
import { VisuallyHidden } from '@mantine/core';
import { useId } from 'react';

type ChoiceProps<Value extends string> = {
  readonly label: string;
  /** The label is heard but not seen. */
  readonly labelHidden?: boolean;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  /** `null` when it is something that stands elsewhere. */
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
};

/** One of a few things, all in sight; arrow keys move on. */
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { label, labelHidden = false, options, value, onChange } = props;
  const name = useId();
  return (
    <fieldset className="choice">
      {labelHidden ? (
        <VisuallyHidden component="legend">{label}</VisuallyHidden>
      ) : (
        <legend className="choice__label">{label}</legend>
      )}
      <div className="choice__options">
        {options.map((option) => (
          <label key={option.value} className="choice__option">
            <input type="radio" name={name} checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
