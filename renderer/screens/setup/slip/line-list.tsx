import './line-list.css';
import { useTranslation } from 'react-i18next';
import { LONGEST } from '../../../../app/contract/limits.ts';
import { TextField } from '../../../components/text-field.tsx';
import { useFaults } from '../use-setup.ts';
import { placesIn, withLine } from './lines.ts';

type LineListProps = {
  readonly label: string;
  readonly place: 'header' | 'footer';
  readonly lines: readonly string[];
  readonly onChange: (lines: string[]) => void;
};

/** Lines of the shop's own, each a field, and a place for the next one. */
export function LineList({ label, place, lines, onChange }: LineListProps) {
  const { t } = useTranslation();
  const fault = useFaults('slip', place);
  return (
    <fieldset className="line-list">
      <legend>{label}</legend>
      {placesIn(lines)
        .map((line, at) => ({ line, at }))
        .map(({ line, at }) => (
          <TextField
            key={at}
            label={t('slipSetup.line', { list: label, number: at + 1 })}
            labelHidden
            kind="text"
            maxLength={LONGEST.setting}
            value={line}
            error={fault(at)}
            placeholder={t('slipSetup.nextLine')}
            onChange={(text) => onChange(withLine(lines, at, text))}
          />
        ))}
    </fieldset>
  );
}
