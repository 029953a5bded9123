// Says what is to be said, by the browser's own speech.
(function (wodc) {
  'use strict';

  const synthesis = globalThis.speechSynthesis;

  wodc.voice = {
    on: true,
    // Some browsers forget what they are saying when nothing else holds it.
    saying: null,

    isThere: typeof synthesis?.speak === 'function',

    say(text) {
      if (!this.on || !this.isThere) return;
      // A slow voice must not fall behind further and further.
      if (synthesis.pending) synthesis.cancel();
      this.saying = new SpeechSynthesisUtterance(text);
      this.saying.lang = document.documentElement.lang;
      synthesis.speak(this.saying);
    },

    hush() {
      if (this.isThere && (synthesis.speaking || synthesis.pending)) synthesis.cancel();
    },
  };
})((globalThis.wodc ??= {}));
