import { useTranslation } from 'react-i18next';
import type { PrinterDraft } from '../../../../app/contract/setup.ts';
import { SelectField } from '../../../components/select-field.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { PortField } from '../port-field.tsx';
import { useFaults } from '../use-setup.ts';

export type PrinterFieldsProps<Draft extends PrinterDraft = PrinterDraft> = {
  readonly draft: Draft;
  readonly at: number;
  readonly edit: (draft: PrinterDraft) => void;
};

/** How a printer is reached. */
export function ConnectionFields({ draft, at, edit }: PrinterFieldsProps) {
  switch (draft.kind) {
    case 'tcp':
      return <TcpFields draft={draft} at={at} edit={edit} />;
    case 'serial':
      return <SerialFields draft={draft} at={at} edit={edit} />;
    case 'usb':
      return <UsbFields draft={draft} at={at} edit={edit} />;
    case 'cups':
      return <CupsFields draft={draft} at={at} edit={edit} />;
    case 'spooler':
      return <QueueField draft={draft} at={at} edit={edit} />;
  }
}

type OfKind<Kind extends PrinterDraft['kind']> = PrinterFieldsProps<Extract<PrinterDraft, { kind: Kind }>>;

function TcpFields({ draft, at, edit }: OfKind<'tcp'>) {
  const { t } = useTranslation();
  const fault = useFaults('printers', at);
  return (
    <>
      <TextField
        label={t('setup.host')}
        kind="text"
        value={draft.host}
        error={fault('host')}
        placeholder={t('setup.hostExample')}
        onChange={(host) => edit({ ...draft, host })}
      />
      <TextField
        label={t('setup.tcpPort')}
        kind="numeric"
        value={draft.port}
        error={fault('port')}
        onChange={(port) => edit({ ...draft, port })}
      />
      <StatusField status={draft.status} onChange={(status) => edit({ ...draft, status })} />
    </>
  );
}

function SerialFields({ draft, at, edit }: OfKind<'serial'>) {
  const { t } = useTranslation();
  const fault = useFaults('printers', at);
  return (
    <>
      <PortField
        usb={draft.usb}
        path={draft.path}
        error={fault('path')}
        onChange={(path) => edit({ ...draft, path })}
      />
      <TextField
        label={t('setup.baudRate')}
        kind="numeric"
        value={draft.baudRate}
        error={fault('baudRate')}
        onChange={(baudRate) => edit({ ...draft, baudRate })}
      />
      <SelectField
        label={t('setup.flow')}
        labelShown
        options={[
          { value: 'none', label: t('setup.flowNone') },
          { value: 'rts-cts', label: 'RTS/CTS' },
          { value: 'xon-xoff', label: 'XON/XOFF' },
        ]}
        value={draft.flow}
        onChange={(flow) => edit({ ...draft, flow })}
      />
      <StatusField status={draft.status} onChange={(status) => edit({ ...draft, status })} />
    </>
  );
}

function UsbFields({ draft, at, edit }: OfKind<'usb'>) {
  const fault = useFaults('printers', at);
  return (
    <>
      <PortField
        usb={draft.usb}
        path={draft.path}
        error={fault('path')}
        onChange={(path) => edit({ ...draft, path })}
      />
      <StatusField status={draft.status} onChange={(status) => edit({ ...draft, status })} />
    </>
  );
}

function CupsFields({ draft, at, edit }: OfKind<'cups'>) {
  const { t } = useTranslation();
  const fault = useFaults('printers', at);
  return (
    <>
      <TextField
        label={t('setup.queue')}
        kind="text"
        value={draft.queue}
        error={fault('queue')}
        onChange={(queue) => edit({ ...draft, queue })}
      />
      <TextField
        label={t('setup.server')}
        kind="text"
        value={draft.server}
        error={fault('server')}
        placeholder={t('setup.serverOwn')}
        onChange={(server) => edit({ ...draft, server })}
      />
    </>
  );
}

function QueueField({ draft, at, edit }: OfKind<'spooler'>) {
  const { t } = useTranslation();
  const fault = useFaults('printers', at);
  return (
    <TextField
      label={t('setup.queue')}
      kind="text"
      value={draft.queue}
      error={fault('queue')}
      onChange={(queue) => edit({ ...draft, queue })}
    />
  );
}

type Status = Extract<PrinterDraft, { kind: 'tcp' }>['status'];

function StatusField({ status, onChange }: { readonly status: Status; readonly onChange: (status: Status) => void }) {
  const { t } = useTranslation();
  const options = (['auto', 'always', 'none'] as const).map((value) => ({ value, label: t(`traits.status.${value}`) }));
  return (
    <SelectField label={t('traits.statusLabel')} labelShown options={options} value={status} onChange={onChange} />
  );
}
