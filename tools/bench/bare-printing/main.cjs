// The least an Electron program can be that asks a service and prints its answer: for each line at standard input (JSON: url, token,
// body, port, bytes in base64) a request, and on its answer the bytes to a utility process that sends them to the printer. CommonJS,
// because Electron runs it as it stands.
const { request } = require('node:http');
const { join } = require('node:path');
const { createInterface } = require('node:readline');
const { app, utilityProcess } = require('electron');

app.whenReady().then(() => {
  const host = utilityProcess.fork(join(__dirname, 'host.cjs'));
  host.once('spawn', () => process.stdout.write('ready\n'));
  createInterface({ input: process.stdin }).on('line', (line) => {
    const { url, token, body, port, bytes } = JSON.parse(line);
    const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` };
    const call = request(url, { method: 'POST', headers }, (response) => {
      response.resume();
      response.once('end', () => host.postMessage({ port, bytes: Buffer.from(bytes, 'base64') }));
    });
    call.end(JSON.stringify(body));
  });
});
