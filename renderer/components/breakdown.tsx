import './breakdown.css';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PushButton } from './push-button.tsx';

type BreakdownProps = { readonly children: ReactNode };

/** Catches a defect of the screen: the cashier sees a way on instead of nothing. The sale lives in the main process. */
export class Breakdown extends Component<BreakdownProps, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Reopen /> : this.props.children;
  }
}

function Reopen() {
  const { t } = useTranslation();
  return (
    <div className="breakdown" role="alert">
      <h1>{t('app.broken')}</h1>
      <p>{t('app.brokenHelp')}</p>
      <PushButton label={t('app.reopen')} tone="primary" onPress={() => window.location.reload()} />
    </div>
  );
}
