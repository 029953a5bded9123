// What the scripts give each other, and what they find on the page. `tests/types/run` holds them to it.
//
// The scripts import nothing, not even types, since a page must not ask for anything: so the types are global.
import type * as playbook from './playbook';

declare global {
  namespace Wodc {
    type AskedLine = playbook.AskedLine;
    type AskedSet = playbook.AskedSet;
    type Count = playbook.Count;
    type Measure = playbook.Measure;
    type Score = playbook.Score;
    type Measured = playbook.Measured;
    type Playbook = playbook.Playbook;
    type Say = playbook.Say;
    type Stage = playbook.Stage;
    type Swap = playbook.Swap;
    type Task = playbook.Task;

    type Phase = 'ready' | 'lead_in' | 'stage' | 'end';
    type Tone = 'count' | 'go' | 'rest' | 'end' | 'turn' | 'tick';

    // What is to be heard: words, or a beep.
    type Heard =
      | { say: string; kind: Say['kind']; beep?: undefined }
      | { beep: Tone; say?: undefined; kind?: undefined };

    // A session as it is kept. `fresh` in engine.js says what each field is.
    interface State {
      phase: Phase;
      index: number;
      began: number;
      paused: number | null;
      told: number;
      heard: number;
      beat: number;
      rounds: number;
      active: number;
      log: Record<string, Entry>;
      swaps: Record<string, number>;
    }

    // What became of a stage.
    interface Entry {
      ms: number;
      skipped?: true;
      rounds?: number;
      swap?: number;
    }

    // Who ends a phase, and after how many milliseconds the clock does.
    interface Ending {
      by: Stage['ends'];
      ms: number | null;
    }

    // What is done: a task, or what takes its place. A heading has nothing but a name.
    type Doing = Pick<Task, 'name' | 'side' | 'dose' | 'target' | 'tempo' | 'hold' | 'cues' | 'swaps'>;

    // One thing that is done in a stage: as it was written, and instead.
    interface Part {
      task: Task;
      swap: Swap | undefined;
      inside: boolean;
    }

    // One phase of a repetition; no seconds for as fast as you can.
    interface Beat {
      name: string;
      seconds: number | null;
      ms: number;
    }

    interface Metronome {
      phase: number;
      within: number;
      length: number;
      rep: number;
      lengths: number[];
      phases: Beat[];
    }

    interface SummaryLine {
      stage: Stage;
      task: Doing;
      ms: number;
      rounds: number | undefined;
      skipped: boolean;
    }

    interface Summary {
      total_ms: number;
      lines: SummaryLine[];
    }

    interface Session {
      book: Playbook;
      state: State;
      start(now: number): Heard[];
      pause(now: number): Heard[];
      resume(now: number): Heard[];
      done(now: number): Heard[];
      uncount(): void;
      skip(now: number): Heard[];
      back(now: number): Heard[];
      restart(): Heard[];
      swap(now: number, task: number, swap: number | null): Heard[];
      look(now: number): Heard[];
      isRunning(): boolean;
      stage(): Stage | null;
      passed(now: number): number;
      ending(): Ending;
      task(index: number): Doing;
      isAsWritten(stage: Stage): boolean;
      active(now: number): number;
      planned(now: number): number;
      metronome(now: number): Metronome | null;
      beat(now: number): void;
      summary(): Summary;
      swapIndex(index: number): number | undefined;
      nextWork(index: number): Stage | undefined;
    }

    // What is noted of a set, where it is not as asked. Figures are in thousandths.
    interface Noted {
      amount?: number;
      weight?: number;
      ms?: number;
      rpe?: number;
      bpm?: number;
      mark?: SetView['status'];
      remark?: string;
    }

    interface NotedScore {
      rounds?: number;
      reps?: number;
      ms?: number;
    }

    // What is noted of a session: when it began, its sets, the results of blocks, what was to be recorded, and the rest.
    interface Notes {
      began?: string;
      sets: Record<string, Noted>;
      scores: Record<string, NotedScore>;
      records: Record<string, string>;
      felt?: number;
      note?: string;
      skipped?: string;
    }

    // All that is known of a set.
    interface SetView {
      key: string;
      line: number;
      name: string;
      spelled: string;
      label: string;
      side: string;
      isSwapped: boolean;
      isOrMore: boolean;
      isTimed: boolean;
      before: [string, string][];
      dose: Measure;
      load: Measure | null;
      asked: number | null;
      askedWeight: number | null;
      amount: number | null;
      weight: number | null;
      ms: number | null;
      rpe: number | null;
      bpm: number | null;
      remark: string;
      status: 'open' | 'done' | 'missed' | 'left';
    }

    interface ScoreView extends Score {
      isTime: boolean;
      rounds: number | null;
      reps: number | null;
      ms: number | null;
    }

    interface Results {
      session: Session;
      asks: Playbook['asks'];
      notes: Notes;
      places: Record<string, { line: number; set: number }>;
      begin(now: Date): void;
      clear(): void;
      note(key: string, change: Partial<Noted>): void;
      asAsked(key: string): void;
      noteScore(stage: number, change: Partial<NotedScore>): void;
      set(key: string): SetView;
      keys(): string[][];
      setsOf(stage: number): SetView[];
      justDone(index: number): SetView[];
      score(score: Score): ScoreView;
      line(at: number): string[];
      block(now: Date): string;
      file(now: Date): string;
      fileName(now: Date): string;
    }

    interface Figures {
      plain(measure: Measure, milli: number): string;
      figure(measure: Measure, milli: number): string;
      read(measure: Measure, typed: string): number | null;
      time(ms: number): string;
      ofClock(text: string): number | null;
      LONGEST_REMARK: number;
      LONGEST_NOTE: number;
      MOST_ROUNDS: number;
    }

    // A field for a figure: `isClock` where it is a time, `1:32`; `hint` is shown while it is empty.
    interface Field {
      measure: Measure;
      isClock: boolean;
      hint?: string | undefined;
      get(): number | null;
      put(value: number | undefined): void;
    }

    interface NotingOptions {
      now(): Date;
      changed(): void;
      isKept(): boolean;
      earlier(): string[];
    }

    interface Noting {
      canWrite: boolean;
      draw(): void;
      open(): void;
      openAll(): void;
      asAsked(): void;
      missed(): void;
      anew(): void;
    }

    interface Clock {
      now(): number;
    }

    interface View {
      draw(now: number): void;
      swappable(): number[];
    }

    interface Tastes {
      voice: boolean;
      beeps: boolean;
      projector: boolean;
      theme: 'dark' | 'light' | null;
    }

    type Action =
      | 'toggle' | 'done' | 'skip' | 'back' | 'restart' | 'swap' | 'uncount' | 'beat' | 'voice' | 'beeps' | 'projector'
      | 'theme' | 'sheet' | 'help' | 'results' | 'asAsked' | 'missed';
    type Actions = Record<Action, () => void>;

    interface Words {
      length(book: Playbook): [string, string];
      short(task: Doing): string;
      up(ms: number): string;
      left(ms: number): string;
      count(what: string, count: Count): string;
      how(task: Doing): string;
      task(task: Doing): string;
      parts(stage: Stage): string;
      counts(stage: Stage): string[];
      result(line: SummaryLine): string;
      entry(line: SummaryLine): string;
      summary(book: Playbook, summary: Summary): string;
    }

    // The elements that are more than an `HTMLElement`, by their ids.
    interface Elements {
      'arc': SVGElement;
      'copy-text': HTMLTextAreaElement;
      'help-panel': HTMLDialogElement;
      'restart-panel': HTMLDialogElement;
      'results-before': HTMLTextAreaElement;
      'results-panel': HTMLDialogElement;
      'results-text': HTMLTextAreaElement;
      'set-panel': HTMLDialogElement;
      'strip': SVGSVGElement;
      'swap-panel': HTMLDialogElement;
    }

    interface Page {
      $<Id extends string>(id: Id): Id extends keyof Elements ? Elements[Id] : HTMLElement;
      text(id: string, value: string): void;
      attribute(element: Element, name: string, value: string | number | boolean): void;
      show(id: string, shown: boolean): void;
      make<Name extends keyof HTMLElementTagNameMap>(
        name: Name, content?: string, className?: string,
      ): HTMLElementTagNameMap[Name];
      own(content: string): HTMLElement;
    }

    // What each script adds for those after it.
    interface Shared {
      Session: new (book: Playbook, state?: State) => Session;
      WORK: Set<string>;
      kinOf(task: Task): string;
      Clock: new (wall?: () => number, steady?: () => number) => Clock;
      store: {
        session(book: Playbook, now: number): State | null;
        keep(book: Playbook, state: State, now: number): void;
        notes(book: Playbook, hasSession: boolean): Notes | null;
        keepNotes(book: Playbook, notes: Notes, text: string, isOver: boolean): boolean;
        dropNotes(book: Playbook, notes: Notes): void;
        earlier(book: Playbook, notes: Notes): string[];
        tastes(): Partial<Tastes>;
        keepTastes(tastes: Tastes): void;
      };
      voice: {
        on: boolean;
        waiting: { saying: SpeechSynthesisUtterance; since: number }[];
        saying: SpeechSynthesisUtterance | null;
        isThere: boolean;
        say(text: string): void;
        hush(): void;
      };
      beeps: {
        on: boolean;
        wake(): void;
        play(tone: Tone): void;
      };
      wake: { set(on: boolean): void };
      words: Words;
      strip(svg: SVGSVGElement, book: Playbook): (ms: number) => void;
      View: new (session: Session) => View;
      page: Page;
      Results: new (session: Session, notes?: Notes) => Results;
      areNotes(notes: unknown, book: Playbook): boolean;
      figures: Figures;
      Noting: new (results: Results, options: NotingOptions) => Noting;
      hand: {
        copy(value: string, field: HTMLTextAreaElement): Promise<boolean>;
        save(value: string, name: string): void;
        listen(program: { canWrite(file: string): void; wrote(isWritten: boolean, said: string): void }): void;
        write(value: string): void;
      };
      panels: {
        isOpen(): boolean;
        swap(session: Session, tasks: number[], choose: (task: number, swap: number | null) => void): void;
        help(): void;
        restart(): void;
      };
      keys(actions: Actions): void;
    }
  }

  // Each script takes it as complete: the order of the scripts in the page makes sure that what it uses is there.
  var wodc: any;
  var webkitAudioContext: typeof AudioContext | undefined;
}
