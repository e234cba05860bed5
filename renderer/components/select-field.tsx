import './select-field.css';
import { VisuallyHidden } from '@mantine/core';

type SelectFieldProps<Value extends string> = {
  readonly label: string;
  /** Without it the label is heard, not seen: the chosen option says it all. */
  readonly labelShown?: boolean;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
};

/** One of more things than there is room for. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, labelShown = false, options, value, onChange } = props;
  return (
    <label className="select-field">
      {labelShown ? <span className="select-field__label">{label}</span> : <VisuallyHidden>{label}</VisuallyHidden>}
      <select
        className="select-field__select"
        value={value}
        onChange={(event) => {
          const chosen = options[event.target.selectedIndex];
          if (chosen) onChange(chosen.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
