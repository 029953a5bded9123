// What the studio's page and its server say to each other. Each call is a POST of JSON to `api/NAME`, below the page's
// own address, with `Content-Type: application/json`. An answer of another status than 200 is `Failed`. Places are
// UTF-16 units in a text whose lines end in `\n`; the server keeps a file's own line ends, and its byte order mark.

export type Place = number;

export interface Failed {
  why: string;
}

/** Puts a text in the place of another. Several edits of one thing never overlap, and all count in the text as it was. */
export interface Edit {
  start: Place;
  end: Place;
  text: string;
}

/** `files`, with nothing: what there is. */
export interface Files {
  /** The folder, for people. */
  folder: string;
  /** Changes whenever a file is changed, comes or goes. */
  version: number;
  files: FileEntry[];
  /** More than are listed. */
  more: number;
  /** What is wrong with the settings of the folder. */
  troubles: string[];
  /** What a new file may start from. */
  kinds: Kind[];
  /** Whether sheets can be had as PDF. */
  pdf: boolean;
  /** How long a class is, in minutes, where somebody said so. */
  minutes: number | null;
  /** Where phones in the same network find the workout in front; only where sharing was asked for. */
  shared: Shared | null;
}

export interface FileEntry {
  /** Its path from the folder, with `/`. */
  name: string;
  /** What its workouts and plans are called. */
  titles: string[];
}

export interface Kind {
  /** As `create` takes it: `circuit`. */
  name: string;
  /** What it is, in a few words. */
  about: string;
}

export interface Shared {
  address: string;
  /** The address as a QR code: the text of an SVG. */
  qr: string;
}

/** `changes`, with `{ after: number }`: waits until the version of `Files` is another, but no longer than 20 seconds. */
export interface Changes {
  version: number;
}

/** `open`, with `{ name: string }`. */
export interface Opened {
  text: string;
  /** Which text of the file this is; `save` gives it back. */
  revision: string;
  journal: Journal;
  /** When each earlier version was last changed, in milliseconds since 1970, the newest first. `version`, with
   * `{ name: string, time: number }`, gives its text: `{ text: string }`. */
  versions: number[];
}

/** A step that can be undone. */
export interface Change {
  at: Place;
  removed: string;
  inserted: string;
  /** When, in milliseconds since 1970. */
  time: number;
  /** What it was, where a person would ask: `changed elsewhere`, `mended`, `pasted and mended`. */
  what?: string;
}

export interface Journal {
  /** The oldest first. */
  changes: Change[];
  /** How many of them are done. The rest was undone, and can be done again. */
  done: number;
}

/** `save`. What of the journal is new: of the list as the server has it, the first `drop` are let go of, then the list
 * is cut after `keep`, then `add` is added. */
export interface Save {
  name: string;
  text: string;
  revision: string;
  journal: { drop: number; keep: number; add: Change[]; done: number };
}

/** Nothing was written where there is a conflict: another program has changed the file meanwhile. */
export interface Saved {
  revision?: string;
  conflict?: {
    /** The text as the other program left it; empty where it has removed the file. */
    text: string;
    /** Its revision: a `save` with it writes over it. */
    revision: string;
    /** Both changes together, where they are in different lines. */
    merged: string | null;
  };
}

/** `create`, with `{ name: string, kind: string }`. `.wod` is added. A file that is there is never written over. */
export interface Created {
  name: string;
}

export type Level = 'beginner' | 'intermediate' | 'advanced';

/** `look`, with `{ name: string, text: string, level: Level | null }`: what is said of a text. */
export interface Look {
  diagnostics: Diagnostic[];
  /** How many more there are. */
  more: number;
  /** How many `mend` would mend. */
  certain: number;
  /** Start, end and kind of what has a colour, in text order: none overlaps another. */
  highlights: [Place, Place, HighlightKind][];
  /** How long blocks take, at the place where they end, and what percentages come to, at the end of their statement. */
  times: { at: Place; said: string }[];
  /** The workouts and plans, in text order; `make` takes their numbers. None where there is an error. */
  subjects: Subject[];
}

export type HighlightKind = 'comment' | 'text' | 'figure' | 'keyword' | 'movement' | 'blank' | 'rule' | 'sign';

export interface Subject {
  title: string;
  kind: 'workout' | 'plan';
  /** Where it is written. */
  start: Place;
  end: Place;
  /** What each level takes; of a workout only. */
  levels: LevelTime[];
  /** The level it is at now: what is asked for, else its own. Of a workout only. */
  level: Level | null;
  /** Of a plan: `8 weeks, 24 sessions`. */
  about: string | null;
}

export interface LevelTime {
  level: Level;
  least_ms: number;
  likely_ms: number;
  most_ms: number;
  /** For people: `13:45`, `about 12:00`. */
  said: string;
}

export interface Diagnostic {
  severity: 'error' | 'warning' | 'note';
  /** Has a page: `explain`, with `{ rule: string }`, gives `{ markdown: string }`. */
  rule: string;
  message: string;
  help: string | null;
  start: Place;
  end: Place;
  /** From 1. */
  line: number;
  /** The file it is about, where it is another that this one uses. Its places are 0 then. */
  file: string | null;
  actions: Action[];
}

export interface Action {
  title: string;
  /** A `fix` is certain; a `choice` is one of several readings. */
  kind: 'fix' | 'choice' | 'allow' | 'define';
  edits: Edit[];
}

/** `complete`, with `{ name: string, text: string, at: Place }`. */
export interface Completions {
  items: Completion[];
  more: boolean;
}

export interface Completion {
  label: string;
  kind: 'word' | 'movement' | 'option' | 'unit' | 'value' | 'title' | 'file' | 'rule';
  detail: string;
  edit: Edit;
}

/** `hover`, with `{ name: string, text: string, at: Place }`: Markdown about what is there; empty if nothing is known. */
export interface Hover {
  markdown: string;
}

/** `mend`, with `{ name: string, text: string, within?: [Place, Place] }`: all that is certain, in the lines of `within`
 * alone if it is given. */
export interface Mended {
  text: string;
  /** How many mistakes were mended; within some lines, how many of these were changed. */
  mended: number;
}

/** `format`, with `{ name: string, text: string }`: the text laid out. It fails where there is an error. */
export interface Formatted {
  text: string;
}

/** `difference`, with `{ before: string, after: string }`: all lines of both, in order. */
export interface Difference {
  lines: ['same' | 'gone' | 'new', string][];
}

/** `make`, with `{ name, text, number, what: 'html' | 'pdf' | 'cues' | 'md' | 'json' | 'ics', level: Level | null }`: an
 * output of the workout or plan of that number. It fails where there is an error. */
export interface Made {
  /** Of `html` and `pdf`: where it is, relative to the page's own address. It is there until some more were made. */
  address?: string;
  /** Of all others. */
  text?: string;
  /** Of `html`: for each `data-at` in it, where that is written in the text. */
  places?: Record<string, [Place, Place]>;
}

/** `movements`, with `{ query: string, muscles: string[], equipment: string[] }`: with all of these muscles, and with no
 * other equipment than this if any is named. */
export interface Movements {
  found: number;
  /** The first of them. */
  movements: Movement[];
  /** Names like the one asked for, where none is found. */
  near: string[];
  /** All muscles and all equipment that can be asked for. */
  muscles: string[];
  equipment: string[];
}

export interface Movement {
  name: string;
  muscles: string[];
  equipment: string[];
  cues: string[];
  easier: string[];
  harder: string[];
  /** How it looks: the text of an SVG; empty if it has no figure. */
  figure: string;
}

/** `minutes`, with `{ minutes: number | null }`: how long a class is. It answers with `{}`. */
