import type { CDPSession, Page } from '@playwright/test';
import axe from 'axe-core';

/** What is wrong with what a page shows, a sentence each. */
type Findings = readonly string[];

/** Texts whose end is not shown, slips that are wider than their place, and a page that has to be scrolled. */
export function cutOff(page: Page): Promise<Findings> {
  return page.evaluate(() => {
    const root = document.documentElement;
    const scrolled =
      root.scrollWidth > root.clientWidth || root.scrollHeight > root.clientHeight ? ['the page itself'] : [];
    const cut = [...document.querySelectorAll('button, h1, h2, h3, th, dt, dd, b, pre, :has(> pre)')].filter(
      (one) => one.clientWidth > 1 && one.scrollWidth > one.clientWidth + 1,
    );
    return [...scrolled, ...cut.map((one) => one.textContent ?? one.tagName)];
  });
}

/** Buttons that cannot be pressed as the screen stands: below an edge, or behind a scrollbar. */
export function outOfReach(page: Page): Promise<Findings> {
  return page.evaluate(() => {
    const scope = document.querySelector('[role="dialog"]') ?? document.querySelector('.frame');
    const isListed = (one: Element) => one.closest('[role="listbox"], table, .applied-codes, [popover]') !== null;
    return [...(scope?.querySelectorAll('button') ?? [])]
      .filter((one) => !isListed(one) && one.checkVisibility())
      .filter((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        const corners = [
          [left + 4, top + 4],
          [right - 4, bottom - 4],
        ] as const;
        return corners.some(([x, y]) => !one.contains(document.elementFromPoint(x, y)));
      })
      .map((one) => `out of reach: ${one.ariaLabel ?? one.textContent}`);
  });
}

/** Sizes and borders that are too small or too weak, and references to what is not there. */
export function weakPoints(page: Page): Promise<Findings> {
  return page.evaluate(() => {
    const FINGER = 44;
    const name = (one: Element) => one.ariaLabel || one.textContent?.trim().slice(0, 40) || one.id || one.className;
    const all = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter(
        (one) =>
          one.checkVisibility({ visibilityProperty: true, opacityProperty: false }) &&
          one.getBoundingClientRect().width > 1,
      );
    /** What a press at a point beside its middle reaches, clipped as the screen clips it. */
    const reaches = (one: HTMLElement, x: number, y: number) => {
      const hit = document.elementFromPoint(x, y);
      const label = one.closest('label');
      return hit !== null && (one.contains(hit) || (label?.contains(hit) ?? false));
    };
    const tooSmall = all('button, select, summary, input:not([type="hidden"]), [role="tab"], [role="option"]')
      .filter((one) => {
        const { left, top, width, height } = (one.closest('label') ?? one).getBoundingClientRect();
        if (width >= FINGER && height >= FINGER) return false;
        const [x, y, far] = [left + width / 2, top + height / 2, FINGER / 2 - 0.5];
        // Behind something, or scrolled out of sight: nobody presses it now.
        if (!reaches(one, x, y)) return false;
        const wide = width >= FINGER || (reaches(one, x - far, y) && reaches(one, x + far, y));
        const high = height >= FINGER || (reaches(one, x, y - far) && reaches(one, x, y + far));
        return !(wide && high);
      })
      .map((one) => {
        const { width, height } = one.getBoundingClientRect();
        return `smaller than a finger: ${name(one)} (${Math.round(width)} × ${Math.round(height)})`;
      });
    const size = (one: Element) => Number.parseFloat(getComputedStyle(one).fontSize);
    const smallPrint = [
      ...all('.keys, small, [data-state], time').filter((one) => size(one) < 12),
      ...all('label, dt, th, legend, h3').filter((one) => size(one) < 13),
    ].map((one) => `small print: ${name(one)} (${size(one)} px)`);

    type Colour = readonly [number, number, number, number];
    const colour = (text: string): Colour => {
      const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
      return [red, green, blue, alpha];
    };
    const light = ([red, green, blue]: Colour) => {
      const part = (value: number) =>
        value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4;
      return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
    };
    const contrast = (one: Colour, other: Colour) => {
      const [more = 0, less = 0] = [light(one), light(other)].toSorted((a, b) => b - a);
      return (more + 0.05) / (less + 0.05);
    };
    const ground = (one: Element | null): Colour => {
      for (let at = one; at; at = at.parentElement) {
        const here = colour(getComputedStyle(at).backgroundColor);
        if (here[3] === 1) return here;
      }
      return [255, 255, 255, 1];
    };
    const framed =
      '.push-button, .text-field__input, .select-field__select, .choice__options, .option-list, .universal-field, .card-panel__field, .question-dialog__option, .table-finder__table';
    const faint = all(framed)
      .filter((one) => !one.matches(':disabled') && getComputedStyle(one).borderBottomStyle !== 'none')
      .map((one) => {
        const edge = colour(getComputedStyle(one).borderBottomColor);
        return { one, ratio: contrast(edge, ground(one.parentElement)) };
      })
      .filter(({ ratio }) => ratio < 3)
      .map(({ one, ratio }) => `faint border: ${name(one)} (${ratio.toFixed(2)})`);
    const dangling = ['aria-activedescendant', 'aria-controls', 'aria-labelledby', 'aria-describedby'].flatMap(
      (attribute) =>
        all(`[${attribute}]`)
          .filter((one) =>
            one
              .getAttribute(attribute)
              ?.split(/\s+/)
              .some((id) => !document.getElementById(id)),
          )
          .map((one) => `${attribute} of ${name(one)} points at nothing`),
    );
    return [...tooSmall, ...smallPrint, ...faint, ...dangling];
  });
}

/** Loads axe-core into the page once; from outside, as its content policy lets no script in. */
export async function loadAxe(page: Page): Promise<void> {
  await page.evaluate(axe.source);
}

type AxeResults = {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
  }[];
};

/** What axe-core finds, a sentence for each place. With `rules` only those are looked at. */
export async function axeFindings(page: Page, rules?: readonly string[]): Promise<Findings> {
  const { violations }: AxeResults = await page.evaluate(
    (only) =>
      Reflect.get(globalThis, 'axe').run(document, {
        resultTypes: ['violations'],
        ...(only && { runOnly: { type: 'rule', values: only } }),
      }),
    rules,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} — ${failureSummary.split('\n')[1]?.trim()}`),
  );
}

/** Tells the page its colours and, where it matters, its size; the window stays as it is. */
export async function showAs(
  devtools: CDPSession,
  scheme: 'light' | 'dark',
  size?: { readonly width: number; readonly height: number },
): Promise<void> {
  if (size) await devtools.send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: false });
  await devtools.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
}
