import './figure.css';

type FigureProps = {
  readonly label: string;
  readonly value: string;
  /** `minus` for what is taken off, `hero` for the one sum that counts. */
  readonly tone?: 'plain' | 'minus' | 'hero' | 'bad';
};

/** A labelled sum; stands in a `<dl>`. */
export function Figure({ label, value, tone = 'plain' }: FigureProps) {
  return (
    <div className="figure" data-tone={tone}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
