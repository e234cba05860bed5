import type { ElectronApplication } from '@playwright/test';
import type { PrintedSlip } from '../../e2e/support/devices/escpos-decoder.ts';
import { slipHtml } from '../../e2e/support/devices/slip-html.ts';

/** The printed slip as a PNG of paper, drawn by the very Electron that runs the program. */
export async function slipPicture(app: ElectronApplication, slip: PrintedSlip, columns: number): Promise<Buffer> {
  const page = `data:text/html;base64,${Buffer.from(slipHtml(slip, columns)).toString('base64')}`;
  const size = { width: columns * 10 + 160, height: slip.lines.length * 22 + 140 };
  const png = await app.evaluate(
    async ({ BrowserWindow }, { url, width, height }) => {
      const paper = new BrowserWindow({ show: false, width, height, webPreferences: { offscreen: true } });
      await paper.loadURL(url);
      const image = await paper.webContents.capturePage();
      paper.destroy();
      return image.toPNG().toString('base64');
    },
    { url: page, ...size },
  );
  return Buffer.from(png, 'base64');
}
