// Synthesised beeps: for the last three seconds, the start of work and of rest, the end, and the beat of a tempo.
(function (/** @type {Wodc.Shared} */ wodc) {
  'use strict';

  // Each plays its notes (in hertz) one after the other, each for `length` seconds.
  /** @type {Record<Wodc.Tone, { notes: number[], length: number, loud: number }>} */
  const TONES = {
    count: { notes: [660], length: 0.12, loud: 0.35 },
    go: { notes: [990], length: 0.4, loud: 0.4 },
    rest: { notes: [520], length: 0.3, loud: 0.3 },
    end: { notes: [660, 880, 1100], length: 0.22, loud: 0.35 },
    turn: { notes: [880], length: 0.06, loud: 0.22 },
    tick: { notes: [440], length: 0.05, loud: 0.16 },
  };
  // Notes fade in and out over this time: an abrupt edge clicks.
  const EDGE_S = 0.012;

  /** @type {AudioContext | null} */
  let context = null;

  wodc.beeps = {
    on: true,

    // Browsers allow sound only after the user has touched the page. Call this on every touch.
    wake() {
      const Audio = globalThis.AudioContext ?? globalThis.webkitAudioContext;
      if (!Audio) return;
      try {
        context ??= new Audio();
        if (context.state === 'suspended') context.resume().catch(() => {});
      } catch {
        context = null;
      }
    },

    play(name) {
      const sound = context;
      if (!this.on || sound?.state !== 'running') return;
      const { notes, length, loud } = TONES[name];
      notes.forEach((hertz, nth) => {
        const from = sound.currentTime + nth * length;
        const note = sound.createOscillator();
        const level = sound.createGain();
        note.frequency.value = hertz;
        level.gain.setValueAtTime(0, from);
        level.gain.linearRampToValueAtTime(loud, from + EDGE_S);
        level.gain.setValueAtTime(loud, from + length - EDGE_S);
        level.gain.linearRampToValueAtTime(0, from + length);
        note.connect(level).connect(sound.destination);
        note.start(from);
        note.stop(from + length);
      });
    },
  };
})((globalThis.wodc ??= {}));
