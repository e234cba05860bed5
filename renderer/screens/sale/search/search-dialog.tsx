import './search-dialog.css';
import type { TFunction } from 'i18next';
import { type KeyboardEvent, type SubmitEvent, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CommandOutput } from '../../../../app/contract/commands.ts';
import type { FoundProduct } from '../../../../app/contract/goods.ts';
import { DialogButtons } from '../../../components/dialog-buttons.tsx';
import { useInitialFocus } from '../../../components/focus.ts';
import { DialogMessage } from '../../../components/message.tsx';
import { Option } from '../../../components/option.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { useFormat, useScreen, useWorkstation } from '../../../context.tsx';
import { closeDialog, dismiss } from '../../../frame/in-front.ts';
import { useDialogMessage } from '../../../frame/use-dialog-message.ts';
import { actOn } from '../../../keys/use-keys.ts';

const NOTHING: CommandOutput<'goods.find'> = { goods: [], more: false };

/** Goods by words of their name: letters narrow the list, arrow keys move through it, Enter adds one piece and closes. */
export function SearchDialog({ typed }: { readonly typed: string }) {
  const { t } = useTranslation();
  const workstation = useWorkstation();
  const message = useDialogMessage();
  const listId = useId();
  const focus = useInitialFocus<HTMLInputElement>();
  const adding = useScreen(({ running }) => running.includes('sale.add'));
  const [text, setText] = useState(typed);
  const [at, setAt] = useState(0);
  const found = useFound(text);
  const chosen = found?.goods[at];
  const activeId = chosen && `${listId}-${chosen.code}`;

  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
  }, [activeId]);

  const type = (next: string) => {
    setText(next);
    setAt(0);
  };
  const add = async (product: FoundProduct | undefined) => {
    if (!product || adding) return;
    if (await workstation.run('sale.add', { code: product.code })) closeDialog(workstation, 'search');
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    void add(chosen);
  };
  const move = (event: KeyboardEvent) =>
    actOn(event.nativeEvent, {
      lineUp: () => setAt(Math.max(0, at - 1)),
      lineDown: () => setAt(Math.max(0, Math.min(at + 1, (found?.goods.length ?? 0) - 1))),
    });
  return (
    <form className="dialog-form dialog-form--fields search-dialog" onSubmit={submit} onKeyDown={move}>
      <TextField
        {...focus}
        label={t('search.label')}
        labelHidden
        kind="text"
        maxLength={100}
        placeholder={t('search.placeholder')}
        value={text}
        onChange={type}
        searches={{ listId, activeId }}
      />
      <div id={listId} role="listbox" className="option-list" aria-label={t('search.list')}>
        {found?.goods.map((product, place) => (
          <Option
            key={product.code}
            id={`${listId}-${product.code}`}
            active={place === at}
            onPress={() => void add(product)}
          >
            <Product product={product} />
          </Option>
        ))}
      </div>
      <p className="dialog-form__help" role="status">
        {found === null ? '' : said(found, text, t)}
      </p>
      <DialogMessage message={message} />
      <DialogButtons confirm={t('search.add')} waiting={adding} onCancel={() => dismiss(workstation)} />
    </form>
  );
}

/** What was found for the text; `null` while an answer to just this text is on its way. */
function useFound(text: string): CommandOutput<'goods.find'> | null {
  const { read } = useWorkstation();
  const [answer, setAnswer] = useState({ text: '', found: NOTHING });
  const isBlank = text.trim() === '';
  useEffect(() => {
    if (isBlank) return;
    let wanted = true;
    void read('goods.find', { text }).then((found) => {
      if (wanted && found) setAnswer({ text, found });
    });
    return () => {
      wanted = false;
    };
  }, [read, text, isBlank]);
  if (isBlank) return NOTHING;
  return answer.text === text ? answer.found : null;
}

function said({ goods, more }: CommandOutput<'goods.find'>, text: string, t: TFunction): string {
  if (text.trim() === '') return t('search.help');
  if (goods.length === 0) return t('search.nothing');
  return more ? t('search.more', { most: goods.length }) : '';
}

function Product({ product }: { readonly product: FoundProduct }) {
  const format = useFormat();
  return (
    <>
      <b>{product.name}</b>
      <span>{product.barcode ?? product.code}</span>
      <b>{format.money(product.price)}</b>
    </>
  );
}
