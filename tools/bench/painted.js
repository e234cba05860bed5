// Evaluated in the page of the program and of the bare window alike.

/**
 * Watches for the first frame on which `isShown()`. `whenPainted` settles with the moment, in ms since 1970, when the page has laid out
 * and painted that frame: the first task after the frame's callbacks.
 */
globalThis.watchFor = (isShown) => {
  globalThis.whenPainted = new Promise((resolve) => {
    const page = new MutationObserver(() => {
      if (!isShown()) return;
      page.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.timeOrigin + performance.now());
        port2.postMessage(null);
      });
    });
    page.observe(document.body, { childList: true, characterData: true, attributes: true, subtree: true });
  });
};

/** Watches for the next key: `whenPressed` settles with the moment, in ms since 1970, when the browser was told that it is down. */
globalThis.watchKey = () => {
  globalThis.whenPressed = new Promise((resolve) => {
    const take = ({ timeStamp }) => resolve(performance.timeOrigin + timeStamp);
    addEventListener('keydown', take, { capture: true, once: true });
  });
};
