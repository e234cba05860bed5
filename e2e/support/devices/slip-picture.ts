import type { ElectronApplication } from '@playwright/test';
import type { PrintedSlip } from './escpos-decoder.ts';
import { slipHtml } from './slip-html.ts';

/** The printed slip as a PNG of paper, drawn by the very Electron that runs the program. */
export async function slipPicture(app: ElectronApplication, slip: PrintedSlip, columns: number): Promise<Buffer> {
  const page = `data:text/html;base64,${Buffer.from(slipHtml(slip, columns)).toString('base64')}`;
  const png = await app.evaluate(
    async ({ BrowserWindow }, { url, width }) => {
      const paper = new BrowserWindow({
        show: false,
        width,
        height: 400,
        useContentSize: true,
        enableLargerThanScreen: true,
        webPreferences: { offscreen: true },
      });
      await paper.loadURL(url);
      const height: number = await paper.webContents.executeJavaScript('document.documentElement.scrollHeight');
      paper.setContentSize(width, height);
      const image = await paper.webContents.capturePage();
      paper.destroy();
      return image.toPNG().toString('base64');
    },
    { url: page, width: columns * 13 + 160 },
  );
  return Buffer.from(png, 'base64');
}

/** A picture as bytes of brightness, row by row, for reading the codes on it. */
export async function grayPixels(
  app: ElectronApplication,
  png: Buffer,
): Promise<{ readonly gray: Uint8Array; readonly width: number }> {
  const { pixels, width } = await app.evaluate(({ nativeImage }, encoded) => {
    const image = nativeImage.createFromBuffer(Buffer.from(encoded, 'base64'));
    return { pixels: image.toBitmap().toString('base64'), width: image.getSize().width };
  }, png.toString('base64'));
  // Four bytes a pixel; on black and white the second, green, tells as much as all.
  return { gray: Uint8Array.from(Buffer.from(pixels, 'base64').filter((_, place) => place % 4 === 1)), width };
}
