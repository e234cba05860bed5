import { useWorkstation } from '../../context.tsx';
import { openDialog } from '../../frame/in-front.ts';
import { PinForm } from './pin-form.tsx';

/** The customer's PIN on its own, before paying. It goes away by itself once the write-off is confirmed. */
export function PinDialog() {
  const workstation = useWorkstation();
  return <PinForm onCancel={() => openDialog(workstation, null)} />;
}
