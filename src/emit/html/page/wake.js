// Keeps the screen awake while a session runs, if the browser can. The browser releases the lock when the page is
// hidden, so it is requested again on return.
(function (/** @type {Wodc.Shared} */ wodc) {
  'use strict';

  /** @type {WakeLockSentinel | null} */
  let lock = null;
  let isAsking = false;
  let wanted = false;

  async function hold() {
    if (!wanted || lock || isAsking || document.visibilityState !== 'visible' || !navigator.wakeLock) return;
    isAsking = true;
    try {
      const got = await navigator.wakeLock.request('screen');
      lock = got;
      got.addEventListener('release', () => {
        if (lock === got) lock = null;
      });
      if (!wanted) release();
    } catch {
      // Low battery, or forbidden: the screen goes dark as usual.
    } finally {
      isAsking = false;
    }
  }

  function release() {
    const held = lock;
    lock = null;
    held?.release().catch(() => {});
  }

  wodc.wake = {
    set(on) {
      wanted = on;
      if (on) hold();
      else release();
    },
  };

  globalThis.document?.addEventListener('visibilitychange', hold);
})((globalThis.wodc ??= {}));
