// Appends a row for each code.
const { ipcRenderer } = require('electron');

ipcRenderer.on('code', (_event, code) => {
  document.querySelector('tbody').insertRow().insertCell().textContent = code;
});
