// Says what is to be said, by the browser's own speech.
(function (/** @type {import("./page").Wodc} */ wodc) {
  'use strict';

  const synthesis = globalThis.speechSynthesis;

  // What has waited for longer than this behind other sayings is not said any more: it would not be true any more, as in
  // the engine.
  const LONGEST_WAIT_MS = 2000;

  wodc.voice = {
    on: true,
    // What has not begun yet, each with the time since when it waits. To hold it here is needed as well: some browsers
    // forget what they are saying when nothing else holds it.
    waiting: [],
    saying: null,

    isThere: typeof synthesis?.speak === 'function',

    say(text) {
      if (!this.on || !this.isThere) return;
      // Not every browser tells when it begins, but each knows that nothing waits.
      if (!synthesis.pending) this.waiting = [];
      // A slow voice must not fall behind further and further. What is said together waits together, and is all said.
      const now = performance.now();
      if (this.waiting.some(({ since }) => now - since > LONGEST_WAIT_MS)) this.hush();
      const saying = new SpeechSynthesisUtterance(text);
      saying.lang = document.documentElement.lang;
      saying.onstart = () => {
        this.waiting = this.waiting.filter((other) => other.saying !== saying);
        this.saying = saying;
      };
      this.waiting.push({ saying, since: now });
      synthesis.speak(saying);
    },

    hush() {
      this.waiting = [];
      if (this.isThere && (synthesis.speaking || synthesis.pending)) synthesis.cancel();
    },
  };
})((globalThis.wodc ??= {}));
