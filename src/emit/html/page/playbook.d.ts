// Made by tests/types/run from playbook.schema.json.

/**
 * How hard the work of a [`StripPart`] is.
 */
export type StripIntensity = 'easy' | 'moderate' | 'hard';

/**
 * A workout, ready to be run.
 */
export interface Playbook {
  asks: Asks;
  /**
   * Who wrote it.
   */
  by?: string;
  /**
   * What is said when the last stage is over, counted from its end.
   */
  closing: Say[];
  /**
   * Whether any part of that is estimated.
   */
  estimated: boolean;
  /**
   * Differs between playbooks that differ in anything but what was done before, so that a session of one is not taken up in
   * another; the same for the same one wherever it is made.
   */
  key: string;
  /**
   * Notes that stand behind the last stage.
   */
  last_notes: string[];
  /**
   * What is said before the first stage. Negative times, counted from its start.
   */
  lead_in: Say[];
  /**
   * The lead-in before the first stage, in milliseconds.
   */
  lead_in_ms: number;
  /**
   * How long it takes at this level, in milliseconds.
   */
  likely_ms: number;
  /**
   * What happens, in order: one stage for each segment of the timeline, with the same index.
   */
  stages: Stage[];
  strip: Strip;
  /**
   * Everything there is to do, each once. Stages refer to it by its index.
   */
  tasks: Task[];
  /**
   * How long it takes, in words: `13:45`, `about 25 min`.
   */
  time: string;
  /**
   * The workout's title.
   */
  title: string;
}
/**
 * What the athlete is asked to write down.
 */
export interface Asks {
  /**
   * What the name of a file with them begins with: `sam`.
   */
  file: string;
  /**
   * The statements with their sets, in order of first use, without what warms up and cools down.
   */
  lines: AskedLine[];
  /**
   * What the figures of sets are in, each once. Others refer to it by its index.
   */
  measures: Measure[];
  /**
   * What each `record` asks for, in text order.
   */
  records?: string[];
  scale: Scale;
  /**
   * The blocks that have a result of their own: each AMRAP and each `for time`.
   */
  scores?: Score[];
  /**
   * What comes behind the day and the time: `"Back squat, wave" of "5/3/1"`.
   */
  title: string;
  /**
   * `results "Sam"`, where it is known whose results they are.
   */
  whose?: string;
}
/**
 * A statement that sets are written down of.
 */
export interface AskedLine {
  /**
   * What is asked for in all, as a results file spells it: `3x5 @ 62.5kg`. Empty where it has no words for it.
   */
  asked?: string;
  /**
   * What the amount of a set is in, an index into [`Asks::measures`].
   */
  dose: number;
  /**
   * The last time that it was done, where results say so.
   */
  last?: LastTime;
  /**
   * What the load of a set is in, where it has one: an index into [`Asks::measures`].
   */
  load?: number;
  /**
   * The movement's name.
   */
  name: string;
  /**
   * Its sets, in order.
   */
  sets: AskedSet[];
  /**
   * The movement as a results file spells it: `back squat`, `"Sam's own lift"`.
   */
  spelled: string;
  /**
   * Whether it is of interest how long it took.
   */
  timed: boolean;
}
/**
 * The last time that a statement was done.
 */
export interface LastTime {
  /**
   * The day: `2026-01-09`.
   */
  date: string;
  /**
   * The day, for people: `9 Jan`, and with its year where that is not the year of the last result.
   */
  day: string;
  /**
   * All that was done of it, for people: `5, 5, 4 @ 60 kg`.
   */
  done: string;
}
/**
 * One set to write down.
 */
export interface AskedSet {
  /**
   * What is aimed at today, for people: `5+ @ 62.5 kg`. Empty unless there is a `last` or a `best` to put it beside.
   */
  aim?: string;
  /**
   * How much is asked for, in thousandths. None for as much as can be done.
   */
  amount?: number;
  /**
   * The best that was done of the movement for as many repetitions, for people: `5 @ 65 kg`, or the shortest time for the
   * same distance: `3:52`. Empty where nothing is known of it.
   */
  best?: string;
  /**
   * What was done in this same set the last time, for people: `5 @ 60 kg`, `missed @ 105 kg`. Empty where nothing is
   * known of it.
   */
  last?: string;
  /**
   * Whether it may be more than the amount.
   */
  or_more?: boolean;
  /**
   * On which side: `right`, `left`.
   */
  side?: string;
  /**
   * Its stage, an index.
   */
  stage: number;
  /**
   * What is done, an index into [`Playbook::tasks`].
   */
  task: number;
  /**
   * With what load, in thousandths, where that is known.
   */
  weight?: number;
}
/**
 * What a figure is in, as a results file spells it.
 */
export interface Measure {
  /**
   * What comes before the figure: `2x`, `bodyweight +`, `-`.
   */
  before?: string;
  /**
   * The least that can be written down, in thousandths.
   */
  least: number;
  /**
   * The most that can be written down, in thousandths.
   */
  most: number;
  /**
   * What people call it: `kg`, `reps`.
   */
  name: string;
  /**
   * By how much a tap changes it, in thousandths.
   */
  step: number;
  /**
   * What comes behind it: `kg`, `s`; of repetitions, nothing.
   */
  unit?: string;
  /**
   * Whether only whole figures can be.
   */
  whole: boolean;
}
/**
 * The scale of how it felt.
 */
export interface Scale {
  /**
   * The least.
   */
  least: number;
  /**
   * The most.
   */
  most: number;
  /**
   * The word before the figure: `felt`, `pain`.
   */
  word: string;
}
/**
 * A block that has a result of its own.
 */
export interface Score {
  /**
   * Its name.
   */
  name: string;
  /**
   * Its name as a results file spells it, in quotes.
   */
  spelled: string;
  /**
   * Its stage, an index.
   */
  stage: number;
}
/**
 * Something that is said.
 */
export interface Say {
  /**
   * Milliseconds from the start of its stage.
   */
  after_ms: number;
  /**
   * What it is for.
   */
  kind: 'call' | 'clock' | 'note' | 'cue';
  /**
   * The words, with all units written out.
   */
  text: string;
}
/**
 * One thing to do, or to wait for.
 */
export interface Stage {
  /**
   * The `id` of its block; 0 for the workout itself.
   */
  block: number;
  /**
   * When it is over at the latest, in milliseconds from its start, where that is not `duration_ms`.
   */
  cap_ms?: number;
  /**
   * How long it takes, in milliseconds; an estimate where `ends` is not [`Ends::Clock`].
   */
  duration_ms: number;
  /**
   * Who says when it is over.
   */
  ends: 'clock' | 'done' | 'done_or_clock';
  /**
   * What is done inside an interval, inside one round of an AMRAP, inside all of a `for time`: indices into
   * [`Playbook::tasks`].
   */
  inside?: number[];
  /**
   * What kind of time it is.
   */
  kind: 'work' | 'rest' | 'transition' | 'switch' | 'interval' | 'amrap' | 'for_time';
  /**
   * For a rest that is measured by work which the athlete ends: what it is measured by.
   */
  measured?: Measured;
  /**
   * Notes that stand before it.
   */
  notes?: string[];
  /**
   * The names of the parts it stands in, outermost first.
   */
  parts: string[];
  /**
   * The round of the innermost block that repeats; for an interval, which one it is.
   */
  round?: Count;
  /**
   * What is said in it, counted from its start, in time order. None runs into the next, but that the call of a stage
   * which does not begin on a whole second is up to a second late, and so is its end.
   */
  says: Say[];
  /**
   * Which set of its statement.
   */
  set?: Count;
  /**
   * Milliseconds from the workout's start, if everything takes as long as it is likely to.
   */
  start_ms: number;
  /**
   * What is done, an index into [`Playbook::tasks`]. For a rest or a change: `Rest`, `Change`, `Switch sides`, or the
   * movement of a rest that moves. For an interval, an AMRAP and a `for time`: the name of its block.
   */
  task: number;
}
/**
 * What a rest is measured by: it lasts `rest / work` times as long as the work among some stages took.
 */
export interface Measured {
  /**
   * The first of the stages, an index.
   */
  from: number;
  /**
   * The share of the rest.
   */
  rest: number;
  /**
   * The stage after the last of them, which is the rest itself.
   */
  to: number;
  /**
   * The share of the work.
   */
  work: number;
}
/**
 * The n-th of so many.
 */
export interface Count {
  /**
   * From 1.
   */
  n: number;
  /**
   * How many there are.
   */
  of: number;
}
/**
 * The whole timeline, to scale.
 */
export interface Strip {
  /**
   * Its whole length, in milliseconds.
   */
  length_ms: number;
  /**
   * Its parts, in order.
   */
  parts: StripPart[];
}
/**
 * One part of a [`Strip`].
 */
export interface StripPart {
  /**
   * The `id` of the block it belongs to; 0 for the workout itself.
   */
  block: number;
  /**
   * How hard it is, if it is work and anything says so.
   */
  intensity?: StripIntensity;
  /**
   * What kind of time it is.
   */
  kind: 'work' | 'rest' | 'change';
  /**
   * How long it is, in milliseconds; never zero.
   */
  length_ms: number;
  /**
   * Milliseconds from the workout's start.
   */
  start_ms: number;
}
/**
 * Something to do. What is empty is not said.
 */
export interface Task {
  /**
   * What to think of, the coach's own words for this use first.
   */
  cues?: string[];
  /**
   * How much: `30 s`, `10`, `5+`, `max`, `400 m`.
   */
  dose?: string;
  /**
   * What the player counts of each repetition that is held.
   */
  hold?: Hold;
  /**
   * The movement's name.
   */
  name: string;
  /**
   * `right leg`, `left arm, other direction`.
   */
  side?: string;
  /**
   * What may be done instead: the alternatives after `or`, then the easier forms.
   */
  swaps?: Swap[];
  /**
   * How hard: `24 kg, RPE 8`.
   */
  target?: string;
  /**
   * Seconds down, hold, up, hold; none for as fast as you can.
   *
   * @minItems 4
   * @maxItems 4
   */
  tempo?: [number | null, number | null, number | null, number | null];
}
/**
 * A repetition that is held.
 */
export interface Hold {
  /**
   * How long it is held, in milliseconds.
   */
  hold_ms: number;
  /**
   * How long the movement takes, in milliseconds.
   */
  move_ms: number;
}
/**
 * What may be done instead.
 */
export interface Swap {
  asked: AskedSwap;
  /**
   * What to think of.
   */
  cues?: string[];
  /**
   * How much.
   */
  dose?: string;
  /**
   * How long it takes, in milliseconds, where the clock ends it; none where the athlete does.
   */
  duration_ms?: number;
  /**
   * Whether it is an easier form, rather than an alternative the coach wrote.
   */
  easier: boolean;
  /**
   * The movement's name.
   */
  name: string;
  /**
   * The side it is done on: `right arm`.
   */
  side?: string;
  /**
   * How hard.
   */
  target?: string;
}
/**
 * How it is written down.
 */
export interface AskedSwap {
  /**
   * How much is asked for, in thousandths. None for as much as can be done.
   */
  amount?: number;
  /**
   * What the amount is in, an index into [`Asks::measures`].
   */
  dose: number;
  /**
   * What the load is in, where it has one: an index into [`Asks::measures`].
   */
  load?: number;
  /**
   * The movement: `front squat`.
   */
  spelled: string;
  /**
   * With what load, in thousandths, where that is known.
   */
  weight?: number;
}
