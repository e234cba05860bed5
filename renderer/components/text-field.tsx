import './text-field.css';
import { type ChangeEvent, type Ref, useId } from 'react';

type TextFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly id?: string;
  /** The label is heard but not seen. */
  readonly labelHidden?: boolean;
  /** What is wrong with the value. */
  readonly error?: string | null;
  readonly kind?: 'decimal' | 'numeric';
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly ref?: Ref<HTMLInputElement>;
  readonly 'data-autofocus'?: true;
};

const TYPABLE = { decimal: /^[\d\s.,]*$/, numeric: /^\d*$/ };

/** A field for a number: signs that cannot belong to one are not taken. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, labelHidden = false, error = null, kind = 'decimal' } = props;
  const ownId = useId();
  const id = props.id ?? ownId;
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    if (TYPABLE[kind].test(event.target.value)) onChange(event.target.value);
  };
  return (
    <div className="text-field" data-invalid={error !== null || undefined}>
      <label htmlFor={id} className={labelHidden ? 'text-field__hidden' : 'text-field__label'}>
        {label}
      </label>
      <input
        id={id}
        ref={props.ref}
        className="text-field__input"
        type="text"
        inputMode={kind}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={take}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        disabled={props.disabled}
        data-autofocus={props['data-autofocus']}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : `${id}-error`}
      />
      {error !== null && (
        <p id={`${id}-error`} className="text-field__error">
          {error}
        </p>
      )}
    </div>
  );
}
