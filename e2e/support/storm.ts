import type { JSHandle } from '@playwright/test';
import type { View } from '../../app/contract/view.ts';
import { commanded } from './desk.ts';
import type { Till } from './till.ts';

/** Snapshots that follow each other as fast as any screen shows them. */
export type Storm = {
  /** From now on the window gets one in every frame. */
  rise(): Promise<void>;
  /** Settles once the window was given that many more. */
  pass(snapshots: number): Promise<void>;
  /** The window shows the till as it is again. */
  calm(): Promise<void>;
  /** What does it in the main process, for whoever works there. */
  readonly raised: JSHandle<Raised>;
};

type Doing = 'rise' | 'calm' | 'pass';
export type Raised = { readonly [What in Doing]: (snapshots: number) => void | Promise<void> };

/**
 * Has the window shown, 60 times a second, what changes at a till by itself: a message comes and goes, so does something that
 * is yet to be sent, slips are printed. What the desk pushes meanwhile goes on its way among it.
 */
export async function openStorm({ app, page }: Till): Promise<Storm> {
  const storm = await app.evaluateHandle(({ BrowserWindow }): Raised => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('no window');
    const { webContents } = window;
    const send = webContents.send.bind(webContents);
    // Above any that the desk gives; the page drops what is older than what it shows.
    let revision = 1_000_000;
    let given = 0;
    let pushed: { channel: string; view: Pick<View, 'outbox' | 'queue'> } | null = null;
    let timer: NodeJS.Timeout | undefined;
    const waits = new Set<() => void>();
    const give = (change: object): void => {
      if (!pushed) return;
      revision += 1;
      given += 1;
      send(pushed.channel, { ...pushed.view, ...change, revision });
      for (const waiting of [...waits]) waiting();
    };
    webContents.send = (channel, view) => {
      pushed = { channel, view };
      give({});
    };
    const change = (): object => {
      if (!pushed) return {};
      const { outbox, queue } = pushed.view;
      const notice = { id: -given, tone: 'warning', code: 'calculation-outdated' };
      const changes = [
        { notice },
        { notice, outbox: { ...outbox, waiting: outbox.waiting + 1 } },
        { outbox: { ...outbox, waiting: outbox.waiting + 1 }, queue: queue + 1 },
        {},
      ];
      return changes[given % changes.length] ?? {};
    };
    const calm = (): void => {
      clearInterval(timer);
      give({});
    };
    return {
      rise() {
        clearInterval(timer);
        timer = setInterval(() => give(change()), 1000 / 60);
      },
      calm,
      pass(snapshots) {
        const last = given + snapshots;
        return new Promise((resolve) => {
          const look = (): void => {
            if (given < last) return;
            waits.delete(look);
            resolve();
          };
          waits.add(look);
        });
      },
    };
  });
  // The first that the desk pushes from now on.
  await commanded(page, 'sale.enter', { text: '4600494000218' });
  await commanded(page, 'sale.new', undefined);
  const asked = async (what: Doing, snapshots = 0): Promise<void> => {
    await storm
      // The debugger may break into Node's own work on its timers, which another timer would then ruin: it waits for its end.
      .evaluate((raised, order) => Promise.resolve().then(() => raised[order.what](order.snapshots)), {
        what,
        snapshots,
      })
      .catch((error) => {
        // Asked some ten thousand times, the main process loses an answer now and then.
        if (!String(error).includes('garbage collected')) throw error;
        return asked(what, snapshots);
      });
  };
  return {
    rise: () => asked('rise'),
    calm: () => asked('calm'),
    pass: (snapshots) => asked('pass', snapshots),
    raised: storm,
  };
}
