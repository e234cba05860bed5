import './text-field.css';
import { type ChangeEvent, type Ref, useId } from 'react';
import { LONGEST } from '../../app/contract/limits.ts';

type TextFieldProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly id?: string;
  /** The label is heard but not seen. */
  readonly labelHidden?: boolean;
  /** What is wrong with the value. */
  readonly error?: string | null;
  readonly kind?: keyof typeof TYPABLE;
  readonly maxLength?: number;
  /** A PIN: what is typed fast here is no code. */
  readonly secret?: boolean;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  /** The list that this field searches, and the option its arrow keys are on. */
  readonly searches?: { readonly listId: string; readonly activeId: string | undefined };
  readonly ref?: Ref<HTMLInputElement>;
  readonly 'data-autofocus'?: true;
};

const TYPABLE = {
  numeric: /^\d*$/,
  day: /^[\d\s./-]*$/,
  phone: /^[\d\s()+.–-]*$/,
  /** Whatever is typed stands there, for the form to say what is wrong with it. */
  decimal: /^.*$/,
  text: /^.*$/,
};
const KEYBOARDS = { decimal: 'decimal', numeric: 'numeric', day: 'numeric', phone: 'tel', text: 'text' } as const;

/** Longer than anything meant for such a field; what is pasted by mistake may be a whole page. */
const LONGEST_OF = { decimal: 24, numeric: 24, day: 24, phone: 24, text: LONGEST.code } as const;

/**
 * A field of a form. Numbers without a value — a telephone, a day — take only their own signs; of a sum or a quantity none is
 * left out, since that would make another one of it.
 */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, labelHidden = false, error = null, kind = 'decimal', searches } = props;
  const ownId = useId();
  const id = props.id ?? ownId;
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    if (TYPABLE[kind].test(event.target.value)) onChange(event.target.value);
  };
  return (
    <div className="text-field" data-kind={kind} data-invalid={error !== null || undefined}>
      <label htmlFor={id} className={labelHidden ? 'text-field__hidden' : 'text-field__label'}>
        {label}
      </label>
      <input
        id={id}
        ref={props.ref}
        className="text-field__input"
        type="text"
        inputMode={KEYBOARDS[kind]}
        autoComplete="off"
        spellCheck={false}
        value={value}
        onChange={take}
        // Whoever comes by keyboard types over what stands there.
        onFocus={(event) => event.target.select()}
        maxLength={props.maxLength ?? LONGEST_OF[kind]}
        placeholder={props.placeholder}
        disabled={props.disabled}
        data-autofocus={props['data-autofocus']}
        data-secret={props.secret || undefined}
        aria-invalid={error !== null}
        aria-describedby={error === null ? undefined : `${id}-error`}
        {...(searches && {
          role: 'combobox',
          'aria-expanded': true,
          'aria-controls': searches.listId,
          'aria-activedescendant': searches.activeId,
        })}
      />
      {error !== null && (
        <p id={`${id}-error`} className="text-field__error">
          {error}
        </p>
      )}
    </div>
  );
}
