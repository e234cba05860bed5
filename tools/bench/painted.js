// Evaluated in the page of the program and of the bare window alike.

/**
 * Watches for a row with `code` at the end of the table. `whenPainted` settles with the moment, in ms since 1970, when the page has laid
 * out and painted the frame that shows it: the first task after the frame's callbacks.
 */
globalThis.watchFor = (code) => {
  globalThis.whenPainted = new Promise((resolve) => {
    const rows = new MutationObserver(() => {
      if (!document.querySelector('table')?.lastElementChild.lastElementChild?.textContent.includes(code)) return;
      rows.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        port2.postMessage(null);
      });
    });
    rows.observe(document.body, { childList: true, subtree: true });
  });
};
