// What `GET /state` answers: `View` in server.rs.
export interface State {
  /** Goes up with every change; null before the first answer. */
  version: number | null;
  /** What is wrong apart from the workouts. */
  troubles: string[];
  files: File[];
}

export interface File {
  name: string;
  has_errors: boolean;
  /** The messages about it, as a text. */
  said: string;
  pages: Page[];
}

export interface Page {
  title: string;
  /** Where it is served; another address whenever it was written anew. */
  address: string;
  /** Stays the same. */
  number: number;
}

/** What can be chosen: each page; of a file that has none yet, the file. */
export interface Choice {
  key: string;
  label: string;
  file: File;
  page: Page | null;
}
