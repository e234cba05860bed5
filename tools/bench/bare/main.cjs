// The least an Electron program can be, for the bench to measure ours against: a window as sandboxed and isolated as ours, and
// codes from a serial port (`--port=`) that each become a row. CommonJS, because Electron runs it as it stands.
const { openSync } = require('node:fs');
const { join } = require('node:path');
const { createInterface } = require('node:readline');
const { ReadStream } = require('node:tty');
const { app, BrowserWindow } = require('electron');

const port = app.commandLine.getSwitchValue('port');

app.on('window-all-closed', () => app.quit());
app.whenReady().then(() => {
  const window = new BrowserWindow({
    width: 1366,
    height: 768,
    useContentSize: true,
    show: false,
    webPreferences: {
      preload: join(__dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      spellcheck: false,
      backgroundThrottling: false,
    },
  });
  window.once('ready-to-show', () => {
    window.show();
    process.stdout.write('ready\n');
  });
  window.loadFile(join(__dirname, 'index.html'));
  if (port === '') return;
  const codes = createInterface({ input: new ReadStream(openSync(port, 'r+')) });
  codes.on('line', (code) => window.webContents.send('code', code));
});
