//! What the athlete writes down while a workout is run: the line that is open, the results that are shown before they are
//! handed over, and what was kept of a session that was left.

use super::clock::{on_the_wall, since_1970_s};
use super::face::{Entered, Face};
use super::keeper::{Keeper, KeptSession};
use super::keys::{Command, Key, Typing};
use crate::cli::visible::visible;
use crate::date::DateTime;
use crate::emit::player::model::Playbook;
use crate::play::{self, Entry, Form, Kept, Mark, Notes, Phase, Player, Results};

/// What becomes of the results when the player is left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Handed {
    /// There are none.
    Nothing,
    /// They are added to the results file, or printed where there is none.
    Given(String),
    /// They are kept, and offered the next time.
    Kept,
    /// They could not be kept, so they are printed.
    Printed(String),
}

/// What is shown instead of the workout.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Shown {
    Workout,
    /// A session that was left before. It can go on if `goes_on`.
    Offer {
        goes_on: bool,
    },
    /// The results, before they are handed over.
    Results,
}

/// What a key leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    /// Nothing else.
    Stay,
    /// The workout goes on where it was left, paused.
    Resume,
    /// The player is left with the results.
    Give,
    /// The player is left, and what was done is kept.
    Leave,
}

/// What the athlete writes down.
pub struct Notebook<'p> {
    playbook: &'p Playbook,
    results: Results<'p>,
    form: Option<Form>,
    shown: Shown,
    /// The session that was left before, until it goes on or is forgotten.
    before: Option<KeptSession>,
    keeper: Option<Keeper>,
    /// Whether what was to be kept last could not be.
    is_unkept: bool,
    /// The results file as people call it, where there is one.
    file: Option<String>,
}

impl<'p> Notebook<'p> {
    /// Returns what is written down of a workout. With a keeper it is kept as it goes.
    pub fn of(playbook: &'p Playbook, keeper: Option<Keeper>, file: Option<String>) -> Self {
        let before = keeper.as_ref().and_then(Keeper::load);
        let shown = match &before {
            None => Shown::Workout,
            Some(before) => Shown::Offer { goes_on: before.goes_on(playbook, since_1970_s()) },
        };
        let results = Results::new(&playbook.asks, Notes::default());
        Self { playbook, results, form: None, shown, before, keeper, is_unkept: false, file }
    }

    /// Tells whether a line is being typed.
    pub fn is_typing(&self) -> bool {
        self.form.is_some()
    }

    /// Tells whether something else than the workout is shown.
    pub fn is_shown(&self) -> bool {
        self.shown != Shown::Workout
    }

    /// Tells whether anything was done or written down.
    pub fn has_any(&self, player: &Player<'p>) -> bool {
        self.results.has_any(player)
    }

    /// Tells whether the results go to a file.
    pub fn has_file(&self) -> bool {
        self.file.is_some()
    }

    /// Says that the session begins now.
    pub fn begin(&mut self, now: DateTime) {
        self.results.begin(now);
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        *self.results.notes_mut() = Notes::default();
        self.form = None;
        self.shown = Shown::Workout;
        self.before = None;
        if let Some(keeper) = &self.keeper {
            keeper.forget();
        }
    }

    /// Opens the line for the set that is done now or was done last.
    pub fn open(&mut self, player: &Player<'p>) {
        self.form = Some(Form::about_now(&self.results, player));
    }

    /// Ends the session: asks for what only the athlete knows, and then shows the results.
    pub fn end(&mut self, player: &Player<'p>) {
        self.shown = Shown::Results;
        self.form = Some(Form::questions(&self.results, player));
    }

    /// Shows the results.
    pub fn show(&mut self) {
        self.shown = Shown::Results;
    }

    /// Notes that the last sets were done as asked.
    pub fn as_asked(&mut self, player: &Player<'p>) {
        let known = play::current_sets(&self.results, player).into_iter().filter(|set| set.asked.is_some());
        let keys: Vec<_> = known.map(|set| set.key).collect();
        keys.into_iter().for_each(|key| self.results.as_asked(key));
    }

    /// Notes that the last set was missed; a second time, that it was not.
    pub fn missed(&mut self, player: &Player<'p>) {
        let last = play::current_sets(&self.results, player).first().map(|set| (set.key, set.mark));
        if let Some((key, mark)) = last {
            let mark = if mark == Mark::Missed { Mark::Done } else { Mark::Missed };
            self.results.note(key, |noted| noted.mark = Some(mark));
        }
    }

    /// Does what a key asks for in the line that is typed.
    pub fn type_key(&mut self, key: Typing, player: &Player<'p>) {
        let Some(form) = &mut self.form else { return };
        match key {
            Typing::Key(key) => form.press(key),
            Typing::Keep => match form.keep(&mut self.results, player) {
                Kept::Refused | Kept::Next => {}
                Kept::Over => self.form = None,
            },
            Typing::Close => self.form = None,
            Typing::Before => form.go(false, &mut self.results, player),
            Typing::Behind => form.go(true, &mut self.results, player),
            Typing::Nothing => {}
        }
    }

    /// Does what a key asks for where something else than the workout is shown.
    pub fn press(&mut self, command: Command, player: &Player<'p>) -> Turn {
        match (&self.shown, command) {
            (Shown::Offer { goes_on: true }, Command::GoOn | Command::Pause) => Turn::Resume,
            (Shown::Offer { goes_on: false }, Command::GoOn) => Turn::Give,
            (Shown::Offer { goes_on: true }, Command::Note) => {
                self.show();
                Turn::Resume
            }
            (Shown::Results, Command::GoOn) => Turn::Give,
            (Shown::Results, Command::Note) => {
                self.form = Some(Form::about_now(&self.results, player));
                Turn::Stay
            }
            (Shown::Results, Command::Back) => {
                self.shown = Shown::Workout;
                Turn::Stay
            }
            (Shown::Offer { .. } | Shown::Results, Command::Quit) => Turn::Leave,
            (Shown::Offer { .. } | Shown::Results | Shown::Workout, _) => Turn::Stay,
        }
    }

    /// Returns the player of the session that was left. None if it can't go on after all.
    pub fn resume(&mut self) -> Option<Player<'p>> {
        let before = self.before.take()?;
        let player = Player::resumed(self.playbook, before.position.as_ref()?)?;
        *self.results.notes_mut() = before.notes;
        if self.shown == Shown::Results {
            self.end(&player);
        } else {
            self.shown = Shown::Workout;
        }
        Some(player)
    }

    /// Keeps the session as it is now.
    pub fn keep(&mut self, player: &Player<'p>) {
        // What was left before stays until the athlete has said what becomes of it.
        let Some(keeper) = self.keeper.as_ref().filter(|_| self.before.is_none()) else { return };
        if !self.results.has_any(player) {
            keeper.forget();
            return;
        }
        let session = KeptSession {
            key: self.playbook.key.clone(),
            at: since_1970_s(),
            text: self.text(player),
            notes: self.results.notes().clone(),
            position: player.position(),
        };
        self.is_unkept = keeper.keep(&session).is_err();
    }

    /// Returns the results as they are now.
    pub fn text(&self, player: &Player<'p>) -> String {
        match &self.before {
            Some(before) => before.text.clone(),
            None if self.results.has_any(player) => self.results.block(player, on_the_wall()),
            None => String::new(),
        }
    }

    /// Returns the results that are handed over: none where nothing is left of them.
    pub fn given(&self, player: &Player<'p>) -> Handed {
        let text = self.text(player);
        if text.is_empty() { Handed::Nothing } else { Handed::Given(text) }
    }

    /// Returns what becomes of the results when the player is left without handing them over.
    pub fn left(&self, player: &Player<'p>) -> Handed {
        let text = self.text(player);
        match (&self.keeper, text.is_empty()) {
            (_, true) => Handed::Nothing,
            (Some(_), false) if !self.is_unkept => Handed::Kept,
            (Some(_) | None, false) => Handed::Printed(text),
        }
    }

    /// Gives the place where the session is kept, for it to be forgotten once the results are handed over.
    pub fn into_keeper(self) -> Option<Keeper> {
        self.keeper
    }

    // ---- what is shown ----

    /// Changes what is shown of a workout to what is written down of it.
    pub fn on<'f>(&self, mut face: Face<'f>, player: &Player<'p>) -> Face<'f> {
        match &self.shown {
            Shown::Workout => {
                let sets = play::current_sets(&self.results, player);
                let is_noted = |set: &play::SetView<'_>| set.mark != Mark::Open;
                face.noted = noted(sets.iter().filter(|set| is_noted(set)));
                if !sets.is_empty() {
                    let at = usize::from(face.keys.first().is_some_and(|key| key.key == "d"));
                    face.keys.insert(at, Key { key: "e", does: "note" });
                }
                if player.phase() == Phase::End && self.has_any(player) {
                    face.keys.insert(0, Key { key: "enter", does: "results" });
                }
            }
            Shown::Offer { goes_on } => {
                let keys = match goes_on {
                    true => vec![("enter", "go on"), ("e", "end it"), ("r", "forget"), ("q", "later")],
                    false => vec![("enter", self.gives()), ("r", "forget"), ("q", "later")],
                };
                face = self.page(face, "This was left in its midst", keys, player);
            }
            Shown::Results => {
                let keys = vec![("enter", self.gives()), ("e", "change"), ("b", "back"), ("q", "later")];
                face = self.page(face, "What was done", keys, player);
            }
        }
        face.before = self.before(player);
        face.entered = self.form.as_ref().and_then(|form| self.entered(form, player));
        face
    }

    /// Returns what was done before of the set that is written down or being done.
    fn before(&self, player: &Player<'p>) -> Vec<(String, String)> {
        let typed = self.form.as_ref().and_then(Form::entry);
        let sets = match (typed, player.current()) {
            (Some(Entry::Set(key)), _) => self.results.set(player, key).into_iter().collect(),
            (None, Some((stage, _))) if !self.is_shown() => self.results.sets_of(player, stage),
            (Some(_) | None, _) => Vec::new(),
        };
        match &sets[..] {
            [only] => only
                .before
                .iter()
                .map(|(name, told)| (visible(name).into_owned(), visible(told).into_owned()))
                .collect(),
            _ => Vec::new(),
        }
    }

    fn gives(&self) -> &'static str {
        if self.file.is_some() { "add" } else { "print" }
    }

    /// Returns the page that shows the results, in place of what is shown of the workout.
    fn page<'f>(
        &self,
        face: Face<'f>,
        name: &str,
        keys: Vec<(&'static str, &'static str)>,
        player: &Player<'p>,
    ) -> Face<'f> {
        let lines = self.text(player).lines().map(|line| visible(line).into_owned()).collect();
        let file = self.file.as_ref().map(|file| format!("goes to {file}"));
        Face {
            title: face.title,
            name: name.to_owned(),
            detail: file.unwrap_or_default(),
            text: lines,
            keys: keys.into_iter().map(|(key, does)| Key { key, does }).collect(),
            question: face.question,
            ..Face::default()
        }
    }

    fn entered(&self, form: &Form, player: &Player<'p>) -> Option<Entered> {
        let label = play::label(form.entry()?, &self.results, player);
        let (before, behind) = form.line().around();
        Some(Entered {
            label: visible(&label).into_owned(),
            before: visible(before).into_owned(),
            behind: visible(behind).into_owned(),
            is_fresh: form.line().is_fresh(),
            wrong: form.wrong().map(|wrong| visible(wrong).into_owned()),
        })
    }
}

/// Says what is taken down of the last sets: `5 × 62.5 kg · Back squat, Set 1 of 3`.
fn noted<'s, 'v: 's>(sets: impl Iterator<Item = &'s play::SetView<'v>>) -> String {
    let sets: Vec<&play::SetView<'_>> = sets.collect();
    match sets[..] {
        [] => String::new(),
        [only] => visible(&format!("{} · {}", play::told(only), only.which())).into_owned(),
        ref several => {
            let told: Vec<String> = several.iter().map(|set| play::told(set)).collect();
            visible(&told.join(", ")).into_owned()
        }
    }
}
