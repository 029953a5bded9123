// The clock for sessions. `performance.now()` never jumps, but stops while some computers sleep; `Date.now()` goes on
// during sleep, but jumps when the user sets the clock. This clock follows the first, and adds what the second has
// gained: the time asleep. It never goes backwards.
(function (/** @type {Wodc.Shared} */ wodc) {
  'use strict';

  // Between two calls the clocks drift apart by less than this, unless the computer slept or the clock was set.
  const SLEPT_MS = 1500;

  class Clock {
    constructor(wall = () => Date.now(), steady = () => performance.now()) {
      this.wall = wall;
      this.steady = steady;
      this.offset = wall() - steady();
      this.gap = this.offset;
    }

    now() {
      const steady = this.steady();
      const gap = this.wall() - steady;
      const gained = gap - this.gap;
      if (Math.abs(gained) > SLEPT_MS) {
        this.gap = gap;
        if (gained > 0) this.offset += gained;
      }
      return steady + this.offset;
    }
  }

  wodc.Clock = Clock;
})((globalThis.wodc ??= {}));
