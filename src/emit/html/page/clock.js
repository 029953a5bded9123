// The time that sessions go by. `performance.now()` never jumps, but stands still in some computers' sleep;
// `Date.now()` goes on in sleep, but jumps when somebody sets it. This one runs with the first, and takes over what the
// second has gained: time that was slept through. A clock that is put back is not followed.
(function (/** @type {import("./page").Wodc} */ wodc) {
  'use strict';

  // The two drift apart by less than this between any two looks, unless something happened.
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
