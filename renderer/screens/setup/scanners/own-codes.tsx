import './own-codes.css';
import { useTranslation } from 'react-i18next';
import type { SetupView } from '../../../../app/contract/setup.ts';

type OwnCodesProps = { readonly codes: SetupView['codes'] };

/** How the shop's own codes look, to be compared with what a scan gave; they are set in the profile. */
export function OwnCodes({ codes }: OwnCodesProps) {
  const { t } = useTranslation();
  const { cards, certificates, promos, weighed, separators } = codes;
  const rows = [
    [t('ownCodes.cards'), cards],
    [t('ownCodes.certificates'), certificates],
    [t('ownCodes.promos'), promos],
    [t('ownCodes.separators'), separators],
  ] as const;
  return (
    <details className="own-codes panel">
      <summary>{t('ownCodes.title')}</summary>
      <p>{t('ownCodes.help')}</p>
      <dl>
        {rows.map(([label, signs]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{signs.length > 0 ? signs.map((one) => <code key={one}>{one}</code>) : t('ownCodes.none')}</dd>
          </div>
        ))}
        <div>
          <dt>{t('ownCodes.weighed')}</dt>
          <dd>
            {weighed.map((rule) => (
              <span key={JSON.stringify(rule)}>
                {t('ownCodes.rule', {
                  prefix: rule.prefix,
                  article: span(rule.article),
                  value: span(rule.value),
                  unit: t(`ownCodes.${rule.unit}`),
                })}
              </span>
            ))}
          </dd>
        </div>
      </dl>
    </details>
  );
}

/** Places counted from 1, as people count them. */
function span([from, length]: readonly [number, number]): string {
  return length === 1 ? String(from + 1) : `${from + 1}–${from + length}`;
}
