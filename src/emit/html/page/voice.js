// Speaks, with the browser's own voice.
(function (/** @type {Wodc.Shared} */ wodc) {
  'use strict';

  const synthesis = globalThis.speechSynthesis;

  // Utterances that have waited longer than this behind others are dropped, since they are no longer true.
  const LONGEST_WAIT_MS = 2000;

  wodc.voice = {
    on: true,
    // Utterances that have not started, each with the time since which it waits. The reference is needed, too: some
    // browsers drop an utterance that nothing else refers to.
    waiting: [],
    saying: null,

    isThere: typeof synthesis?.speak === 'function',

    say(text) {
      if (!this.on || !this.isThere) return;
      // Not every browser tells when an utterance starts, but all know whether any is pending.
      if (!synthesis.pending) this.waiting = [];
      // A slow voice must not fall further and further behind. Utterances that come together wait together, and are all said.
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
