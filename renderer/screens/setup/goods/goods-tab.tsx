import './goods-tab.css';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GoodsStatus } from '../../../../app/contract/goods.ts';
import { Figure } from '../../../components/figure.tsx';
import { PushButton } from '../../../components/push-button.tsx';
import { useFormat, useScreen, useWorkstation } from '../../../context.tsx';
import { sentence } from '../../../text/sentence.ts';

/** What the loyalty service was told of the goods: when, how many, or why not. Goods and times are set in the profile. */
export function GoodsTab() {
  const { t } = useTranslation();
  const { read, ask } = useWorkstation();
  const sending = useScreen(({ running }) => running.includes('goods.send'));
  const [status, setStatus] = useState<GoodsStatus | null>(null);
  useEffect(() => {
    void read('goods.status', undefined).then(async (now) => {
      setStatus(now);
      // Whoever asks while a run is under way waits for its end.
      if (now?.running) setStatus((await read('goods.send', undefined)) ?? now);
    });
  }, [read]);
  const send = async () => {
    const now = await ask('goods.send', undefined);
    if (now) setStatus(now);
  };
  if (!status) return null;
  return (
    <section className="goods-tab panel" aria-label={t('goodsSetup.title')}>
      <h2>{t('goodsSetup.title')}</h2>
      <Facts status={status} />
      <p className="goods-tab__help">{t('goodsSetup.help')}</p>
      <PushButton
        label={t('goodsSetup.send')}
        waiting={sending}
        disabled={status.sending === 'training' || status.goods === 0}
        onPress={() => void send()}
      />
    </section>
  );
}

function Facts({ status }: { readonly status: GoodsStatus }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { goods, groups, sending, last, succeededAt } = status;
  const moment = (at: number) => format.moment(new Date(at));
  return (
    <>
      <dl>
        <Figure label={t('goodsSetup.goods')} value={format.count(goods)} />
        <Figure label={t('goodsSetup.groups')} value={format.count(groups)} />
        <Figure label={t('goodsSetup.when')} value={t(`goodsSetup.${sending}`)} />
        <Figure label={t('goodsSetup.last')} value={last ? moment(last.at) : t('goodsSetup.none')} />
        {last && (
          <Figure
            label={t('goodsSetup.taken')}
            value={format.count(last.taken)}
            {...(last.problem && { tone: 'bad' as const })}
          />
        )}
        {last?.problem && (
          <Figure
            label={t('goodsSetup.succeeded')}
            value={succeededAt === null ? t('goodsSetup.none') : moment(succeededAt)}
          />
        )}
      </dl>
      <p role="status" data-failed={last?.problem ? true : undefined}>
        {goods === 0 && t('goodsSetup.empty')}
        {last?.problem && sentence(t, last.problem)}
      </p>
    </>
  );
}
