// Hands the results on: to the clipboard, to a file, and to the program that shows the page, if it takes them.
(function (/** @type {Wodc.Shared} */ wodc) {
  'use strict';

  // What is said between this page and the one around it.
  const ASKS = 'wodc:who-writes';
  const WRITES = 'wodc:writes';
  const WRITE = 'wodc:write';
  const WROTE = 'wodc:wrote';

  wodc.hand = {
    // Copies a text. Without permission to, it marks the field, so that it can be copied by hand.
    async copy(value, field) {
      try {
        await navigator.clipboard.writeText(value);
        return true;
      } catch {
        field.hidden = false;
        field.focus();
        field.select();
        return false;
      }
    },

    // Saves a text as a file.
    save(value, name) {
      const address = URL.createObjectURL(new Blob([value], { type: 'text/plain' }));
      const link = document.createElement('a');
      link.href = address;
      link.download = name;
      link.click();
      // The browser reads it after this.
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    },

    // Finds out whether the page around this one writes results, and to which file. This page itself can't send anything:
    // its policy forbids it. The page around it has the same origin, or is none of ours.
    listen({ canWrite, wrote }) {
      if (parent === window || !location.protocol.startsWith('http')) return;
      addEventListener('message', (event) => {
        if (event.source !== parent || event.origin !== location.origin) return;
        const { kind, file, isWritten, said } = event.data ?? {};
        if (kind === WRITES && typeof file === 'string') canWrite(file);
        if (kind === WROTE && typeof said === 'string') wrote(isWritten === true, said);
      });
      parent.postMessage({ kind: ASKS }, location.origin);
    },

    write(value) {
      parent.postMessage({ kind: WRITE, text: value }, location.origin);
    },
  };
})((globalThis.wodc ??= {}));
