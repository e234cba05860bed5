import { test as base, type Locator, type Page } from '@playwright/test';
import type { ProfileInput } from '../../app/settings/profile.ts';
import { TRAINING_CERTIFICATES } from '../../app/training/maxbonus/certificates.ts';
import { KEYCODES, startTypingScanner, strokeOf, type TypingScanner } from '../support/devices/typing-scanner.ts';
import { expect, openTill, surround, type Till } from '../support/till.ts';

const WATER = '4600494000218';
const ANNA = 'MB-QR-1B64E0F7A2C93D58';

type Scanners = NonNullable<ProfileInput['scanners']>;
type Bench = { readonly till: Till; readonly keys: TypingScanner };

/** A till on a screen of its own, in the Russian layout, with a scanner that types: the only one, or beside one at a port. */
const test = base.extend<{ scanners: Scanners; besideAnother: boolean; bench: Bench }>({
  scanners: [[], { option: true }],
  besideAnother: [false, { option: true }],
  bench: async ({ scanners, besideAnother }, use) => {
    const keys = await startTypingScanner();
    const around = await surround((profile) => ({
      ...profile,
      scanners: besideAnother ? [...(profile.scanners ?? []), ...scanners] : scanners,
    }));
    const till = await openTill(around, keys.display);
    await keys.setLayout('ru');
    await use({ till, keys });
    await till.close();
    await keys.close();
  },
});

test.describe.configure({ timeout: 120_000 });

/** On a busy machine keys may come as far apart as a person's, so that a scan is tried again, on what `from` makes ready. */
function arrives(from: () => Promise<void>, scan: () => Promise<void>, arrived: () => Promise<void>): Promise<void> {
  return expect(async () => {
    await from();
    await scan();
    await arrived();
  }).toPass();
}

/** Types as a person does. */
async function typeByHand({ keys }: Bench, text: string): Promise<void> {
  await keys.type(text, 120);
}

/** From now on notes each dialog that is opened; gives their titles. */
async function watchDialogs(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const seen: string[] = [];
    Reflect.set(window, 'dialogsSeen', seen);
    new MutationObserver(() => {
      const title = document.querySelector('[role=dialog]')?.textContent;
      if (title) seen.push(title.slice(0, 40));
    }).observe(document.body, { childList: true, subtree: true });
  });
  return () => page.evaluate(() => Reflect.get(window, 'dialogsSeen'));
}

const soon = { timeout: 3_000 };

test.describe('a scanner that types, told by its speed', () => {
  for (const msPerKey of [1, 5]) {
    test(`a code comes whole from the Russian layout at ${msPerKey} ms a key, and the field is as before`, {
      tag: '@scanner',
    }, async ({ bench }) => {
      const { page, screen } = bench.till;
      await arrives(
        async () => {
          await page.keyboard.press('Escape');
          await typeByHand(bench, '12');
          await expect(screen.field).toHaveValue('12');
        },
        () => bench.keys.scan(ANNA, msPerKey),
        async () => {
          await expect(screen.customer).toContainText('Анна Петровна С.', soon);
          await expect(screen.field).toHaveValue('12');
          await expect(screen.field).toBeFocused();
        },
      );
    });
  }

  test('the first that a person types after the start is in the field, from the first key', {
    tag: ['@scanner', '@ui'],
  }, async ({ bench }) => {
    await typeByHand(bench, '46005');
    await expect(bench.till.screen.field).toHaveValue('46005');
  });

  test('a code goes past the field for bonuses', { tag: '@scanner' }, async ({ bench }) => {
    const { page, screen } = bench.till;
    for (const code of [WATER, '89241110055']) {
      await typeByHand(bench, `${code}\n`);
      await expect(screen.field).toHaveValue('');
    }
    await expect(screen.customer).toContainText('Анна Петровна С.');
    await arrives(
      async () => {
        await page.keyboard.press('F11');
        await expect(screen.redemption).toBeFocused();
        await typeByHand(bench, '5');
        await expect(screen.redemption).toHaveValue('5');
      },
      () => bench.keys.scan('4601234500043', 1),
      async () => {
        await expect(screen.lines).toContainText('Масло сливочное', soon);
        await expect(screen.redemption).toHaveValue('5');
      },
    );
  });

  test('a code is what the open dialog waits for, and no PIN', { tag: ['@scanner', '@maxbonus'] }, async ({
    bench,
  }) => {
    const { page, screen } = bench.till;
    const pin: Locator = screen.dialog.getByLabel('ПИН сертификата');
    await arrives(
      async () => {
        await page.keyboard.press('Escape');
        await expect(screen.dialog).toBeHidden();
        await page.keyboard.press('F8');
        await pin.focus();
      },
      () => bench.keys.scan(TRAINING_CERTIFICATES.plain.code, 1),
      () => expect(screen.dialog).toContainText('На сертификате ···0101', soon),
    );
  });

  test('a code answers no question, and is taken after it', { tag: ['@scanner', '@ui'] }, async ({ bench }) => {
    const { page, screen } = bench.till;
    const question = page.getByRole('dialog', { name: 'Что это за код?' });
    await arrives(
      async () => {
        await page.keyboard.press('Escape');
        await expect(question).toBeHidden();
        await typeByHand(bench, '100200\n');
        await expect(question).toBeVisible();
      },
      () => bench.keys.scan(WATER, 1),
      async () => {
        await expect(question).toBeVisible();
        await page.keyboard.press('Escape');
        await expect(screen.lines).toContainText('Вода питьевая', soon);
      },
    );
    await expect(screen.lines).not.toContainText('100 200,00');
  });

  test('within a code no other key is heard: neither what stands for GS nor the number block without Num Lock', {
    tag: ['@scanner', '@hardening'],
  }, async ({ bench }) => {
    const { till, keys } = bench;
    const { page, screen } = till;
    const dialogs = await watchDialogs(page);
    // Four pieces with GS as another key each time; then a product by the number block: Num Lock is off on this screen.
    for (const [place, separator] of [
      KEYCODES.F8,
      KEYCODES.Insert,
      KEYCODES.ArrowRight,
      `${KEYCODES.Alt}+${KEYCODES.F8}`,
    ].entries()) {
      const marked = [...`]d2010460049400021821kFd3w8?xP1Lm${place}`].map(strokeOf);
      await arrives(
        async () => {},
        () => keys.press([...marked, separator, ...[...'93d0Zq'].map(strokeOf), strokeOf('\n')], 3),
        () => expect(screen.lines.getByText(WATER)).toHaveCount(place + 1, soon),
      );
    }
    await arrives(
      () => page.keyboard.press('Escape'),
      () =>
        keys.press([...[...'4601234500043'].map((digit) => KEYCODES.block[Number(digit)] ?? ''), strokeOf('\n')], 3),
      () => expect(screen.lines).toContainText('Масло сливочное', soon),
    );
    await expect(screen.field).toHaveValue('');
    expect(await dialogs()).toEqual([]);
  });

  test('a person’s typing is a person’s', { tag: ['@scanner', '@ui'] }, async ({ bench }) => {
    const { page, screen } = bench.till;
    await typeByHand(bench, 'vjkjrj 12');
    await expect(screen.field).toHaveValue('молоко 12');
    await page.keyboard.press('Escape');
    await typeByHand(bench, '129000\n');
    // Scanned it would be a customer's code and nothing else.
    await expect(screen.dialog).toContainText('Сумма покупки 129 000,00');
  });

  test('what a person types while the page is busy is no scan', { tag: '@scanner' }, async ({ bench }) => {
    const { page, screen } = bench.till;
    const typing = typeByHand(bench, '129000\n');
    for (let round = 0; round < 2; round++) {
      await page.evaluate(() => {
        for (const end = performance.now() + 400; performance.now() < end; );
      });
    }
    await typing;
    await expect(screen.dialog).toContainText('Сумма покупки 129 000,00');
  });
});

test.describe('a scanner that types a prefix', () => {
  test.use({ scanners: [{ kind: 'wedge', prefix: 'F13' }] });

  test('codes come whole in any layout, separators and all, and leave no trace in any field', {
    tag: ['@scanner', '@settings'],
  }, async ({ bench }) => {
    const { till, keys } = bench;
    const { screen } = till;
    for (const [place, layout] of (['ru', 'ua', 'us'] as const).entries()) {
      await keys.setLayout(layout);
      await arrives(
        async () => {
          await till.page.keyboard.press('Escape');
        },
        () => keys.scan(`]d2010460049400021821kFd3w8?xP1Lm${place}\u001d93d0Zq`, 5, 'F13'),
        async () => {
          await expect(screen.lines.getByText(WATER)).toHaveCount(place + 1, soon);
          await expect(screen.field).toHaveValue('');
        },
      );
    }
  });

  test('without the prefix speed says nothing', { tag: '@scanner' }, async ({ bench }) => {
    const { screen } = bench.till;
    await bench.keys.scan('129000', 1);
    await expect(screen.dialog).toContainText('Сумма покупки 129 000,00');
  });
});

test.describe('a scanner that types beside another', () => {
  test.use({ scanners: [{ kind: 'wedge' }], besideAnother: true });

  test('is told by its speed only while the other one is away', { tag: '@scanner' }, async ({ bench }) => {
    const { till, keys } = bench;
    const { page, screen, scanner } = till;
    await expect(page.getByText('Сканер 1 в порядке')).toBeAttached();
    await keys.scan('129000', 1);
    await expect(screen.dialog).toContainText('Сумма покупки 129 000,00');
    await page.keyboard.press('Escape');
    await scanner.unplug();
    await expect(page.getByText('Сканер 1: отключён')).toBeVisible();
    await arrives(
      async () => {
        await page.keyboard.press('Escape');
      },
      () => keys.scan(ANNA, 1),
      () => expect(screen.customer).toContainText('Анна Петровна С.', soon),
    );
  });
});
