// What the tests put into a page, or find there.
declare var heard: any;
