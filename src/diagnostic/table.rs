//! The table of all rules.
//!
//! A row: its page, as a doc comment; its name; its severity, and `off` where it is only reported to those who ask for
//! it; a line that says what it is about. The pages of the rules of training stand in their own files.

use super::Severity;

rules! {
    "Reading the text":

    /// The file is larger than 4 MB, so none of it was read.
    ///
    /// # Why
    /// A workout takes a few hundred bytes, a year of daily workouts about 200 kB. Twenty years of them still
    /// fit. What is larger is nearly always something else: a video, a picture or an export that was given
    /// the ending `.wod`.
    ///
    /// # Wrong
    /// A file of more than 4 MB (4,194,304 bytes), whatever stands in it.
    ///
    /// # Right
    /// A real library is split into several files, by month or by theme. `use` brings the workouts of one
    /// into another:
    ///
    /// ```wod
    /// use "january.wod"
    /// do "Monday"
    /// ```
    /// ```wod january.wod
    /// workout "Monday" < squat 20; push-up 10 >
    /// ```
    ///
    /// # Note
    /// The other [limits](../language.md#limits) are in the language's page.
    FileTooLarge "file-too-large" Error "A file larger than 4 MB.";

    /// The file holds bytes that are no text in UTF-8, the way in which nearly all programs write letters
    /// today.
    ///
    /// # Why
    /// In an older encoding the same byte is `é` for one program and `ж` for another. Guessing would print
    /// the wrong letter on the card, so nothing is read. It also happens when a picture or a Word document is
    /// given the ending `.wod`.
    ///
    /// # Wrong
    /// `entraînement` saved as "Western" or "ANSI" text: its `î` is then a single byte, `EE`, which is no
    /// letter in UTF-8.
    ///
    /// # Right
    /// The same file, saved again as UTF-8: editors have it under "Save as", "Encoding". Then every script
    /// can be written:
    ///
    /// ```wod
    /// title "Entraînement du mardi"
    /// squat 20
    /// ```
    NotUtf8 "not-utf8" Error "Bytes that are no UTF-8 text.";

    /// There is a sign here that no editor shows: a bell, an escape, a zero byte. Blanks, tabs and line ends
    /// of every kind are read; these are not.
    ///
    /// # Why
    /// Nobody can see what is wrong with such a line, and a printer or a terminal may obey the sign instead
    /// of showing it. They come in when text is copied out of a PDF or a chat. Many of them mean that the
    /// file is no text at all.
    ///
    /// # Wrong
    /// `squat`, a backspace sign, ` 10`: it looks right and is not.
    ///
    /// # Right
    /// Go to the place, delete what cannot be seen, and type it again:
    ///
    /// ```wod
    /// squat 10
    /// ```
    ControlCharacter "control-character" Error "A control character that cannot be seen in an editor.";

    /// Blocks stand inside each other more than 64 deep. What lies deeper is not read.
    ///
    /// # Why
    /// A workout of real life is three or four deep: a part, a circuit, a superset. 64 leaves room for
    /// anything that a person could follow, and stops files that were made to be nasty. A real file gets
    /// there only by a row of forgotten `>`, which makes each next block begin inside the last.
    ///
    /// # Wrong
    /// `circuit < circuit < circuit <` and so on, 65 times.
    ///
    /// # Right
    /// Close each block before the next begins. A part that comes back is a workout of its own, which others
    /// do:
    ///
    /// ```wod
    /// workout "Core" < circuit rounds 3 < plank 30s; dead bug 10 > >
    /// workout "Tuesday" < run 20min; do "Core" >
    /// ```
    NestedTooDeep "nested-too-deep" Error "Blocks inside blocks beyond 64 levels.";

    /// These words fit nothing that could stand here. What stands before them was read.
    ///
    /// # Why
    /// Nothing is skipped in silence: a word left out could be the one that matters, such as a second dose or
    /// a side. After the dose only [a few things](../language.md#how-what-goes-after-the-dose) can stand:
    /// `per leg`, `alternating`, a side, `@` with a target, `tempo`, `rest`, and a cue in quotes.
    ///
    /// # Wrong
    /// ```wod
    /// squat 10 (slow)
    /// ```
    /// ```wod
    /// lunge 10 per legs
    /// ```
    /// ```wod
    /// run 5km in 25min
    /// ```
    ///
    /// # Right
    /// ```wod
    /// squat 10 "slow"
    /// lunge 10 per leg
    /// run 5km @ 5:00/km
    /// ```
    ///
    /// # Note
    /// Lists from other programs bring `-`, `*` or `1.` in front of each line; they are left out here. A
    /// remark begins with `#`, not with `//`.
    Unreadable "unreadable" Error "Words that fit nothing in the language.";

    /// This word or sign is kept for a later version of the language: `$`, `partner`, `station`, `choose`,
    /// `with` after the title of a `do`, `only rounds`.
    ///
    /// # Why
    /// If it were read as a movement today, your file would mean something else tomorrow. So it is refused
    /// until it means something.
    ///
    /// # Wrong
    /// ```wod
    /// partner < squat 10; push-up 10 >
    /// ```
    /// ```wod
    /// circuit rounds 4 only rounds 2 < squat 10; push-up 10 >
    /// ```
    ///
    /// # Right
    /// Say it in a note until then, in your own words:
    ///
    /// ```wod
    /// note "In pairs: one works, one rests."
    /// circuit rounds 4 < squat 10; push-up 10 >
    /// ```
    ///
    /// # Note
    /// A movement whose name begins so, such as `partner carry`, can be
    /// [defined](../language.md#movements-of-your-own), or put into quotes.
    Reserved "reserved" Error "A word or sign that is not yet part of the language.";

    /// `...` stands where something is still to be written.
    ///
    /// # Why
    /// A card with three dots on it helps nobody. As an error it cannot be forgotten: whatever is left open
    /// in the file is found again before anybody trains by it.
    ///
    /// # Wrong
    /// ```wod
    /// circuit rounds 3 <
    ///   squat 10
    ///   ...
    /// >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// circuit rounds 3 <
    ///   squat 10
    ///   push-up 8
    /// >
    /// ```
    ///
    /// # Note
    /// To keep an idea for later and compile the rest, make a remark of it: `# and something for the back`.
    Placeholder "placeholder" Error "`...` where the rest of the workout should be.";

    /// A text in quotes lacks its second `"`. A text ends on the line it begins on.
    ///
    /// # Why
    /// If texts could run on, one forgotten quote would swallow the rest of the file: all steps below it
    /// would become part of a cue. So the line's end is the limit, and what stands below is read as usual.
    ///
    /// # Wrong
    /// ```wod
    /// squat 10 "knees out
    /// push-up 10
    /// ```
    ///
    /// # Right
    /// ```wod
    /// squat 10 "knees out"
    /// push-up 10
    /// ```
    ///
    /// # Note
    /// Curly quotes are read as well. A quote inside a text has a backslash before it: `note "Say \"down\"
    /// aloud"`.
    UnclosedString "unclosed-string" Error "A quote that is not closed on its line.";

    /// A backslash in a text stands before something else than a quote or another backslash.
    ///
    /// # Why
    /// In a text, `\"` is a quote and `\\` is a backslash. In other notations `\n` or `\t` has a meaning of
    /// its own; here it has none, and leaving the backslash on the card, or taking it off, would both be a
    /// guess.
    ///
    /// # Wrong
    /// ```wod
    /// note "Files lie in C:\training"
    /// squat 10
    /// ```
    ///
    /// # Right
    /// ```wod
    /// note "Files lie in C:\\training"
    /// squat 10
    /// ```
    ///
    /// # Note
    /// Two lines on the card are two notes, one below the other.
    BadEscape "bad-escape" Error "A backslash before anything but a quote or a backslash.";

    /// A block begins here, but its `<` is missing, or stands on a later line. What is done in a block stands
    /// between `<` and `>`, and the `<` stands on the line of the block's first word.
    ///
    /// # Why
    /// Without it nobody can say which steps belong to the block: are the rounds for one movement or for all
    /// that follow? The `<` at the end of the line says that more is to come.
    ///
    /// # Wrong
    /// ```wod
    /// circuit rounds 3
    ///   squat 10
    ///   push-up 10
    /// >
    /// ```
    /// ```wod
    /// amrap 12min: burpee 5
    /// ```
    ///
    /// # Right
    /// ```wod
    /// circuit rounds 3 <
    ///   squat 10
    ///   push-up 10
    /// >
    /// amrap 12min < burpee 5 >
    /// ```
    ///
    /// # Note
    /// `{` and `}` are read as `<` and `>`.
    MissingOpen "missing-open" Error "A block whose `<` is missing or on a later line.";

    /// A block is opened with `<` and never closed with `>`.
    ///
    /// # Why
    /// Everything below would belong to the block and be done in each of its rounds. Where the block ends
    /// only you know, so nothing is guessed; the message points at the `<` that waits for its `>`.
    ///
    /// # Wrong
    /// ```wod
    /// circuit rounds 3 <
    ///   squat 10
    ///   push-up 10
    ///
    /// run 5km
    /// ```
    /// ```wod
    /// circuit rounds 3 <
    ///   squat 10
    ///   push-up 10
    /// ```
    ///
    /// # Right
    /// ```wod
    /// circuit rounds 3 <
    ///   squat 10
    ///   push-up 10
    /// >
    ///
    /// run 5km
    /// ```
    ///
    /// # Note
    /// A `>` behind a `#` is part of the remark and closes nothing. The next `workout "…"` closes whatever is
    /// open, so one forgotten sign spoils one workout and not the whole file.
    MissingClose "missing-close" Error "A block that is not closed with `>`.";

    /// This `>` closes nothing: no block is open here.
    ///
    /// # Why
    /// Either it is one too many, or a `<` above it got lost. In the second case a block is not the block you
    /// think it is, and its rounds are gone.
    ///
    /// # Wrong
    /// ```wod
    /// circuit rounds 3 < squat 10; push-up 10 > >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// circuit rounds 3 < squat 10; push-up 10 >
    /// ```
    ///
    /// # Note
    /// To find the place, read the blocks from the top: each line that ends with `<` needs one `>`.
    StrayClose "stray-close" Error "A `>` that closes nothing.";

    /// A new step begins here with nothing between it and the last one. Steps are parted by `;` or by a new
    /// line.
    ///
    /// # Why
    /// In `squat 10 lunge 10` only the figure tells where one step ends and the next begins. The next time it
    /// may be `squat 10 slow lunge 10`, and nobody knows whether the squat or the lunge is slow.
    ///
    /// # Wrong
    /// ```wod
    /// squat 10 lunge 10
    /// ```
    /// ```wod
    /// circuit rounds 3 < squat 10; push-up 10 > run 400m
    /// ```
    ///
    /// # Right
    /// ```wod
    /// squat 10; lunge 10
    /// circuit rounds 3 < squat 10; push-up 10 >; run 400m
    /// ```
    ///
    /// # Note
    /// `+`, `&`, `|` and `then` are not read either. Two movements without a break between them are a
    /// [`superset`](../language.md#blocks).
    MissingSeparator "missing-separator" Error "Two statements with nothing between them.";

    /// A statement begins here but lacks what its first word needs: a figure, a text, a name, a movement.
    ///
    /// # Why
    /// `rounds` without a number or `expect duration` without a time says nothing. It is asked for instead of
    /// being filled in with a figure that you never chose.
    ///
    /// # Wrong
    /// ```wod
    /// circuit rounds < squat 10; push-up 10 >
    /// ```
    /// ```wod
    /// emom 10min until form breaks < burpee 5 >
    /// ```
    /// ```wod
    /// squat 10 or
    /// ```
    /// ```wod
    /// squat 10 @
    /// ```
    ///
    /// # Right
    /// ```wod
    /// circuit rounds 3 < squat 10; push-up 10 >
    /// emom 10min until "form breaks" < burpee 5 >
    /// squat 10 or wall sit 30s
    /// squat 10 @ 16kg
    /// ```
    ///
    /// # Note
    /// Numbers are written as figures: `rounds 5`, not `rounds five`. Titles and names may not be empty.
    MissingStatementPart "missing-part" Error "A statement that lacks what its first word needs.";

    /// A `<` opens a block here, but the words before it are the name of no block.
    ///
    /// # Why
    /// The name says what the block does: `circuit` goes round, `emom` starts on every minute, `section` only
    /// groups. A name that nobody knows says none of it. What stands inside is looked at all the same, so you
    /// see its mistakes too.
    ///
    /// # Wrong
    /// ```wod
    /// circut rounds 3 < squat 10; push-up 10 >
    /// ```
    /// ```wod
    /// 3 rounds < squat 10; push-up 10 >
    /// ```
    /// ```wod
    /// finisher < burpee 20 >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// circuit rounds 3 < squat 10; push-up 10 >
    /// section "Finisher" < burpee 20 >
    /// ```
    ///
    /// # Note
    /// Blocks are `circuit`, `superset`, `amrap`, `emom`, `every`, `for time`, `tabata`, `warmup`, `cooldown`
    /// and `section`. The language's page says [what each one does](../language.md#blocks).
    UnknownBlock "unknown-block" Error "A `<` after words that are no block.";

    /// Words between a block's name and its `<` are none of its options: a slip, a sign too many, a number
    /// that does not say what it counts, or a title without its quotes.
    ///
    /// # Why
    /// `circuit 5` may be five rounds or five minutes, and `circuit Legs` a title or a slip of the finger.
    /// What could be meant is offered, and nothing is done until you have chosen.
    ///
    /// # Wrong
    /// ```wod
    /// circuit ronds 5 < squat 10; push-up 10 >
    /// ```
    /// ```wod
    /// circuit Legs rounds 3 < squat 10; push-up 10 >
    /// ```
    /// ```wod
    /// for time 20min < burpee 100 >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// circuit rounds 5 < squat 10; push-up 10 >
    /// circuit "Legs" rounds 3 < squat 10; push-up 10 >
    /// for time cap 20min < burpee 100 >
    /// ```
    ///
    /// # Note
    /// Blanks part the options, no commas and no colons. The language's page has [a table of all
    /// options](../language.md#options-of-a-block).
    UnknownOption "unknown-option" Error "Words in a block's header that are no option.";

    /// This option exists, but this kind of block does not have it.
    ///
    /// # Why
    /// Some things contradict each other. An AMRAP has as many rounds as its time allows, so `rounds 5` on it
    /// would be a second answer to one question; a tabata has its eight turns; a circuit has no clock that a
    /// `cap` could stop.
    ///
    /// # Wrong
    /// ```wod
    /// amrap 12min rounds 5 < burpee 5; squat 10 >
    /// ```
    /// ```wod
    /// circuit rounds 3 cap 10min < squat 10; push-up 10 >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// amrap 12min < burpee 5; squat 10 >
    /// for time rounds 3 cap 10min < squat 10; push-up 10 >
    /// ```
    ///
    /// # Note
    /// The language's page has [a table](../language.md#options-of-a-block) of which option stands on which
    /// block.
    OptionNotHere "option-not-here" Error "An option that this kind of block does not have.";

    /// The same thing is said a second time: two numbers of rounds, two cues, two tempos, two `@`.
    ///
    /// # Why
    /// If the two differ, nobody knows which one holds. It often stays behind when a line is copied and
    /// changed.
    ///
    /// # Wrong
    /// ```wod
    /// circuit rounds 5 rounds 3 < squat 10; push-up 10 >
    /// ```
    /// ```wod
    /// squat 10 @ 20kg @ rpe 8
    /// ```
    /// ```wod
    /// squat 10 "chest up" "knees out"
    /// ```
    ///
    /// # Right
    /// ```wod
    /// circuit rounds 3 < squat 10; push-up 10 >
    /// squat 10 @ 20kg and rpe 8
    /// squat 10 "chest up, knees out"
    /// ```
    ///
    /// # Note
    /// Two targets of different kinds are joined by `and`. Both sides are `per side` or `alternating`, not
    /// `right left`.
    OptionTwice "option-twice" Error "An option or modifier that is given twice.";

    /// The line begins with a word that means something, such as `title`, `rest` or `level`, but what follows
    /// it is not what that word needs.
    ///
    /// # Why
    /// Read as a movement, `title Lower Body` would ask people to do a "title Lower Body". So a line that
    /// begins with such a word is never taken for a movement that nobody knows, and the message shows how the
    /// word is written.
    ///
    /// # Wrong
    /// ```wod
    /// title Lower Body
    /// squat 10
    /// ```
    /// ```wod
    /// rest: 30s
    /// squat 10
    /// ```
    /// ```wod
    /// level easy
    /// squat 10
    /// ```
    ///
    /// # Right
    /// ```wod
    /// title "Lower Body"
    /// level beginner
    /// squat 10
    /// rest 30s
    /// ```
    ///
    /// # Note
    /// Texts stand in quotes, no colon stands after a word, and levels are `beginner`, `intermediate` and
    /// `advanced`. What follows which word is in the language's table of [first
    /// words](../language.md#first-words). If it really is a movement of yours, [define
    /// it](../language.md#movements-of-your-own) or put its name into quotes.
    KeywordForm "keyword-form" Error "A keyword that is not followed by what it needs.";

    /// The words are right, their order is not: first comes the movement, then how much, then all the rest.
    ///
    /// # Why
    /// Everybody says "ten burpees", and nobody would read it wrongly. But with one order there is one place
    /// to look for a figure, and `3x10 squats` never has to be told apart from a movement called "x10
    /// squats".
    ///
    /// # Wrong
    /// ```wod
    /// 10 burpees
    /// ```
    /// ```wod
    /// squat 3 sets of 10
    /// ```
    /// ```wod
    /// squat 5 24kg
    /// ```
    /// ```wod
    /// zone 2 run 40min
    /// ```
    ///
    /// # Right
    /// ```wod
    /// burpees 10
    /// squat 3x10
    /// squat 5 @ 24kg
    /// run 40min @ zone 2
    /// ```
    ///
    /// # Note
    /// How hard it is always stands after `@`. A run of figures such as `21-15-9` is a
    /// [ladder](../language.md#options-of-a-block), which stands in the header of a block.
    WordOrder "word-order" Error "The right words in an order that is not read, such as `10 burpees`.";

    /// There is a sign in a movement's name that only a name in quotes can hold.
    ///
    /// # Why
    /// A name is made of letters, digits, hyphens and apostrophes. A bracket, a slash or a star may be part
    /// of the name, a remark, or mean "or"; all three are seen in real plans. Quotes make a name of it,
    /// whatever it holds.
    ///
    /// # Wrong
    /// ```wod
    /// squat: 10
    /// ```
    /// ```wod
    /// squat (slow) 10
    /// ```
    /// ```wod
    /// squat/lunge 10
    /// ```
    ///
    /// # Right
    /// ```wod
    /// squat 10
    /// squat 10 "slow"
    /// squat or lunge 10
    /// "90-90 stretch" 30s per side
    /// ```
    ///
    /// # Note
    /// The language's page says [what a name is](../language.md#movements-and-their-names), and when two
    /// names are the same.
    NameCharacter "name-character" Error "A sign in a name that only a quoted name can hold.";

    /// A comma stands here that joins what is no list, or a text follows another text.
    ///
    /// # Why
    /// A comma stands between sets that differ (`run 5min, 3min, 1min`) and between tags. In everyday lists
    /// it stands for "and", for "then" and for "at"; each of these has a sign of its own here, so that no two
    /// of them get mixed up.
    ///
    /// # Wrong
    /// ```wod
    /// squat 10, lunge 10
    /// ```
    /// ```wod
    /// squat 10 @ 24kg, rpe 8
    /// ```
    ///
    /// # Right
    /// ```wod
    /// squat 10; lunge 10
    /// squat 10 @ 24kg and rpe 8
    /// run 5min, 3min, 1min
    /// ```
    ///
    /// # Note
    /// What holds for all sets stands behind the last one without a comma: `squat 5 @ 60kg, 3 @ 70kg rest
    /// 2min`.
    BadList "bad-list" Error "A comma that joins what is no list.";

    /// This statement is right in itself, but cannot stand where it stands.
    ///
    /// # Why
    /// A `title` in the middle of a circuit could be the circuit's or the workout's; an `expect duration`
    /// inside of a block could be meant for the block alone. Each statement has its place, so that it can be
    /// about one thing only.
    ///
    /// # Wrong
    /// ```wod
    /// squat 10
    /// title "Legs"
    /// ```
    /// ```wod
    /// circuit rounds 3 < squat 10; expect duration 5min >
    /// ```
    /// ```wod
    /// squat 10
    /// rest 60s between rounds
    /// ```
    /// ```wod
    /// plan "Base" weeks 2 < every week < mnday < squat 20 > > >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// title "Legs"
    /// circuit rounds 3 rest 60s between rounds < squat 10; push-up 10 >
    /// expect duration 3-6min
    /// ```
    ///
    /// # Note
    /// `title`, `by`, `source`, `tags` and `level` stand [before the first
    /// step](../language.md#about-the-workout), cues behind their movement, facts about a movement in its
    /// definition.
    OutOfPlace "out-of-place" Error "A statement that cannot stand where it stands.";

    "Quantities":

    /// `m` is metres, and here a time must stand: a rest, the length of an AMRAP, a cap, a transition.
    ///
    /// # Why
    /// On paper `5m` means five minutes in one line and five metres in the next. Here it always means metres,
    /// `min` always means minutes, and no figure changes its meaning with its place.
    ///
    /// # Wrong
    /// ```wod
    /// squat 20
    /// rest 5m
    /// squat 20
    /// ```
    /// ```wod
    /// amrap 12m < burpee 5; squat 10 >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// squat 20
    /// rest 5min
    /// squat 20
    /// amrap 12min < burpee 5; squat 10 >
    /// ```
    ///
    /// # Note
    /// Where a distance can stand as well, `m` is taken at its word: `run 5m` is a run of five metres.
    MetresForMinutes "metres-for-minutes" Error "`m`, which is metres, where a time must be.";

    /// A number has no unit where one is needed: in a time, or after `@`.
    ///
    /// # Why
    /// `rest 30` may be half a minute or half an hour, `@ 24` kilograms, pounds or per cent. Repetitions are
    /// the only thing that needs no unit.
    ///
    /// # Wrong
    /// ```wod
    /// squat 10; rest 30; squat 10
    /// ```
    /// ```wod
    /// amrap 12 < burpee 5; squat 10 >
    /// ```
    /// ```wod
    /// squat 10 @ 24
    /// ```
    /// ```wod
    /// run 5km @ 5:00
    /// ```
    ///
    /// # Right
    /// ```wod
    /// squat 10; rest 30s; squat 10
    /// amrap 12min < burpee 5; squat 10 >
    /// squat 10 @ 24kg
    /// run 5km @ 5:00/km
    /// ```
    ///
    /// # Note
    /// The length of an `amrap` or an `emom` is always meant in minutes, so `min` is put in for you there. A
    /// pace needs its distance: `/km`, `/mi`, `/500m`. The language's page has [a table of all
    /// units](../language.md#units).
    MissingUnit "missing-unit" Error "A number with no unit where a unit is needed.";

    /// What stands right behind this number is no unit that is known.
    ///
    /// # Why
    /// A unit that is guessed wrong turns five kilometres into five kilograms. `'` and `"` are minutes,
    /// seconds, feet or inches, as each coach likes, so they are asked about.
    ///
    /// # Wrong
    /// ```wod
    /// plank 30sce
    /// ```
    /// ```wod
    /// box jump 5 @ 24"
    /// ```
    /// ```wod
    /// squat 10 @ 8rpe
    /// ```
    ///
    /// # Right
    /// ```wod
    /// plank 30s
    /// box jump 5 @ 24in
    /// squat 10 @ rpe 8
    /// ```
    ///
    /// # Note
    /// `30 seconds` is as good as `30s`: the language's page has [a table of all units](../language.md#units)
    /// and of what else is read for each.
    UnknownUnit "unknown-unit" Error "A unit that is not known.";

    /// The quantity is of the wrong kind for its place: a time where a load must stand, metres as the number
    /// of rounds, a range from seconds to kilograms.
    ///
    /// # Why
    /// It is usually the sign of a word left out, or of two statements that got mixed up. Only you know
    /// which.
    ///
    /// # Wrong
    /// ```wod
    /// squat 10 @ 30s
    /// ```
    /// ```wod
    /// circuit rounds 5m < squat 10; push-up 10 >
    /// ```
    /// ```wod
    /// emom 90s < squat 5 >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// squat 30s @ rpe 6
    /// circuit rounds 5 < squat 10; push-up 10 >
    /// every 90s rounds 8 < squat 5 >
    /// ```
    ///
    /// # Note
    /// An EMOM runs for whole minutes, since it starts on every minute; other intervals are an `every`. Both
    /// ends of a range, and a figure and [what it grows by](../language.md#figures-that-grow), are of one
    /// unit.
    WrongUnit "wrong-unit" Error "A quantity of the wrong kind for its place.";

    /// A number or a clock is written in a way that cannot be read, or in two ways at once.
    ///
    /// # Why
    /// `1:5` may be 1:05 or 1:50, `1,5` one and a half or two sets. Where only one meaning is left it is put
    /// in for you; where two are left you are asked.
    ///
    /// # Wrong
    /// ```wod
    /// run 1,5km
    /// ```
    /// ```wod
    /// squat ten
    /// ```
    /// ```wod
    /// plank 1:5
    /// ```
    ///
    /// # Right
    /// ```wod
    /// run 1.5km
    /// squat 10
    /// plank 1:05
    /// ```
    ///
    /// # Note
    /// A clock has no unit beside it: `1:30` is minutes and seconds, `1:30:00` hours, minutes and seconds.
    /// What is counted one by one, such as rounds and repetitions, is whole.
    MalformedNumber "malformed-number" Error "A number that cannot be read.";

    /// What stands after `@` is no load, no pace and no effort that is known.
    ///
    /// # Why
    /// A target says how hard. "Heavy" is 60 kg for one and 160 kg for another, and an app can do nothing
    /// with it; a figure, a scale or one of three words can be printed, counted and compared.
    ///
    /// # Wrong
    /// ```wod
    /// squat 10 @ heavy
    /// ```
    /// ```wod
    /// run 5km @ ez
    /// ```
    /// ```wod
    /// run 5km @ modrate
    /// ```
    ///
    /// # Right
    /// ```wod
    /// squat 10 @ rpe 8
    /// run 5km @ easy
    /// run 3km @ marathon pace
    /// ```
    ///
    /// # Note
    /// The language's page has [a table of all targets](../language.md#how-hard-targets). What is only meant
    /// for the eye goes into quotes: `squat 10 "heavy"`.
    UnknownTarget "unknown-target" Error "Words after `@` that are no load, pace or effort.";

    /// The amount is nothing, below zero, off its scale, or more than anybody does.
    ///
    /// # Why
    /// `rpe 17` and `5000kg` are slips of the finger, and a card that prints them loses the trust in all its
    /// other figures. So each kind has its limits: effort from 1 to 10, zones from 1 to 7, a slope up to 100
    /// %, a percentage of a maximum up to 200 %, a load up to 2,000 kg, a pulse from 30 to 250. The
    /// language's page has [a table of all limits](../language.md#limits).
    ///
    /// # Wrong
    /// ```wod
    /// squat 10 @ rpe 17
    /// ```
    /// ```wod
    /// squat -5
    /// ```
    /// ```wod
    /// run 1:75
    /// ```
    ///
    /// # Right
    /// ```wod
    /// squat 10 @ rpe 7
    /// squat 5
    /// run 75s
    /// ```
    ///
    /// # Note
    /// After the colon of a clock stand at most 59 seconds. `2x24kg` is a pair; nobody holds three.
    AbsurdAmount "absurd-amount" Error "A zero, negative or impossible amount.";

    /// A range runs backwards: its first figure is above its second.
    ///
    /// # Why
    /// `12-8` may be a range with its ends swapped, or twelve in the first set and eight in the last. A range
    /// is always from the lower figure to the higher; sets that differ stand with commas.
    ///
    /// # Wrong
    /// ```wod
    /// squat 12-8
    /// ```
    /// ```wod
    /// circuit rounds 5-3 < squat 10; push-up 10 >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// squat 8-12
    /// squat 12, 10, 8
    /// circuit rounds 3-5 < squat 10; push-up 10 >
    /// ```
    ///
    /// # Note
    /// A pace is a time, so the quicker end comes first: `@ 4:45-5:00/km`.
    ReversedRange "reversed-range" Error "A range whose low end is above its high end.";

    /// A figure with a sign stands behind an amount, but not what it is added for.
    ///
    /// # Why
    /// In `squat 8 +2` two more could come each round, each set or each week. And `8 -12` with a blank before
    /// the dash only may just as well be meant as the range `8-12`.
    ///
    /// # Wrong
    /// ```wod
    /// circuit rounds 3 < squat 8 +2; push-up 8 -12 >
    /// ```
    /// ```wod
    /// squat 5x5 @ 60kg +2.5kg every set
    /// ```
    ///
    /// # Right
    /// ```wod
    /// circuit rounds 3 < squat 8 +2 each round; push-up 8-12 >
    /// squat 5x5 @ 60kg +2.5kg each set
    /// ```
    ///
    /// # Note
    /// A step is added `each set`, `each round`, `each session` or `each week`; the language's page has more
    /// about [figures that grow](../language.md#figures-that-grow). Only `bodyweight` and named paces take a
    /// figure without `each`.
    LoneStep "lone-step" Error "A signed step without `each`.";

    /// A figure grows each round or each set, but there are no rounds or sets around it to count.
    ///
    /// # Why
    /// It would stand at its first value for ever, and whoever reads the card would wait for it to grow.
    /// Mostly the block with the rounds was forgotten, or the sets.
    ///
    /// # Wrong
    /// ```wod
    /// squat 5 +1 each round
    /// ```
    /// ```wod
    /// squat 5 @ 60kg +2.5kg each set
    /// ```
    ///
    /// # Right
    /// ```wod
    /// circuit rounds 5 < squat 5 +1 each round >
    /// squat 5x5 @ 60kg +2.5kg each set
    /// ```
    ///
    /// # Note
    /// A round is one of the innermost block that repeats; an AMRAP has no known number of them. Weeks and
    /// sessions are counted in [plans](../language.md#not-there-yet).
    NothingToCount "nothing-to-count" Error "A progression with nothing around it that it counts.";

    /// A run, a ride, a row or a swim has a plain number and no unit, so it would be done so many times.
    ///
    /// # Why
    /// `run 400` reads as four hundred runs. Nearly always metres or minutes are meant; it is read as written
    /// all the same, since shuttles and lengths are counted.
    ///
    /// # Wrong
    /// ```wod
    /// run 400
    /// ```
    ///
    /// # Right
    /// ```wod
    /// run 400m
    /// shuttle run 10 reps
    /// ```
    ///
    /// # Note
    /// It is said of movements whose pace is a time for a distance, as in the catalogue. `reps` says that you
    /// do mean a number.
    CountOfDistance "count-of-distance" Warning "A run, a ride or a row of a plain number, with no unit.";

    /// A clock under 5:00 is all there is of a run, a ride or a walk.
    ///
    /// # Why
    /// A clock is minutes and seconds, so `long run 1:30` is ninety seconds; what was meant is an hour and a
    /// half. Five minutes is the limit because an outing on its own is rarely shorter, and hours written that
    /// way are rarely more than four.
    ///
    /// # Wrong
    /// ```wod
    /// long run 1:30
    /// ```
    ///
    /// # Right
    /// ```wod
    /// long run 1:30:00
    /// ```
    /// ```wod
    /// long run 90min
    /// ```
    ///
    /// # Note
    /// Inside a block, with sets, or with a unit (`run 90s`) nothing is said: there, short runs are
    /// intervals.
    ClockForHours "clock-for-hours" Warning "A clock under 5:00 as the whole of a run, ride or walk.";

    /// A figure shrinks from turn to turn, and would be at zero or below before the last turn.
    ///
    /// # Why
    /// There is no rest of minus twenty seconds. The figure stays at its last value above zero, and you are
    /// told, since the last rounds are not what the card seems to promise.
    ///
    /// # Wrong
    /// ```wod
    /// circuit rounds 5 < squat 10; rest 60s -20s each round >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// circuit rounds 5 < squat 10; rest 60s -10s each round >
    /// ```
    ///
    /// # Note
    /// A figure that starts at 60 s and loses 20 s each round is at 20 s in the third, and would be at
    /// nothing in the fourth. The language's page has more about [figures that
    /// grow](../language.md#figures-that-grow).
    ProgressionReachesZero "progression-reaches-zero" Warning "A progression that would pass zero.";

    "Movements and their doses":

    /// Neither this file, nor a file it uses, nor the catalogue knows a movement of this name.
    ///
    /// # Why
    /// It still compiles: the name is printed and called out. But it comes without cues, muscles and
    /// equipment, and its time is a guess. Mostly it is a slip of the finger, and the nearest names are
    /// shown.
    ///
    /// # Wrong
    /// ```wod
    /// sqat 10
    /// ```
    /// ```wod
    /// plank side 30s
    /// ```
    ///
    /// # Right
    /// ```wod
    /// squat 10
    /// side plank 30s per side
    /// ```
    /// ```wod
    /// movement "bear waltz" < pattern core; cue "Knees just off the ground" >
    /// bear waltz 30s
    /// ```
    ///
    /// # Note
    /// `wodc movements plank` lists what is there. One of your own takes a line or two; the language's page
    /// says what [its definition](../language.md#movements-of-your-own) may hold.
    UnknownMovement "unknown-movement" Warning "A movement that neither the file nor the catalogue knows.";

    /// Two of the files that this one uses define a movement of this name.
    ///
    /// # Why
    /// The two may differ in their muscles, their cues or the time they take. Which of them is meant cannot
    /// be seen from here, and the order of two `use` lines should not decide it.
    ///
    /// # Wrong
    /// ```wod
    /// use "strength.wod"
    /// use "runners.wod"
    /// workout "Tuesday" < hip hike 10 per leg >
    /// ```
    /// ```wod strength.wod
    /// movement "hip hike" < pattern hinge; equipment box >
    /// ```
    /// ```wod runners.wod
    /// movement "hip hike" < pattern core >
    /// ```
    ///
    /// # Right
    /// Define it in this file too: what stands here comes first.
    ///
    /// ```wod
    /// use "strength.wod"
    /// use "runners.wod"
    /// movement "hip hike" < pattern core; equipment box >
    /// workout "Tuesday" <
    ///   hip hike 10 per leg
    ///   heel drop 15 per leg
    ///   skip and reach 20
    /// >
    /// ```
    /// ```wod strength.wod
    /// movement "hip hike" < pattern hinge; equipment box >
    /// movement "heel drop" < pattern hinge >
    /// ```
    /// ```wod runners.wod
    /// movement "hip hike" < pattern core >
    /// movement "skip and reach" < pattern jump >
    /// ```
    ///
    /// # Note
    /// Or use only one of the two files, or give one of the movements another name.
    AmbiguousMovement "ambiguous-movement" Error "A movement that two used files define.";

    /// A movement does not say how much of it, and no block around it does.
    ///
    /// # Why
    /// Without a dose there is nothing to print, to count or to call out. A block may give one to all its
    /// movements: `work 40s`, a `ladder`, the 20 s of a tabata. Nothing else is filled in.
    ///
    /// # Wrong
    /// ```wod
    /// squat
    /// ```
    /// ```wod
    /// circuit rounds 3 < squat; push-up 10 >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// squat 10
    /// circuit rounds 3 work 40s rest 20s < squat; push-up >
    /// ```
    ///
    /// # Note
    /// `push-up max` is as many as you can. The language's page has [a list of all
    /// doses](../language.md#how-much-the-dose).
    MissingDose "missing-dose" Error "A movement with no dose and a block that gives none.";

    /// `rest` or `every` stands behind a movement that has no sets.
    ///
    /// # Why
    /// Behind a movement, `rest 3min` is the rest between its sets. With one bout there is nothing between,
    /// and whether you mean a rest afterwards, or forgot the sets, cannot be seen.
    ///
    /// # Wrong
    /// ```wod
    /// squat 10 rest 2min
    /// ```
    /// ```wod
    /// back squat 5 @ 60kg every 2min
    /// ```
    ///
    /// # Right
    /// ```wod
    /// squat 3x10 rest 2min
    /// squat 10; rest 2min
    /// back squat 5x5 @ 60kg every 2min
    /// ```
    ///
    /// # Note
    /// To start a movement every two minutes for some rounds there is also the block
    /// [`every`](../language.md#blocks).
    ModifierNeedsSets "modifier-needs-sets" Error "`rest` or `every` on a movement that has no sets.";

    /// Two things are said of a movement that cannot both be so.
    ///
    /// # Why
    /// Sets are either parted by a rest of fixed length or started on a fixed clock. And `right` is one side,
    /// while `per leg` is both.
    ///
    /// # Wrong
    /// ```wod
    /// back squat 5x5 @ 60kg rest 2min every 3min
    /// ```
    /// ```wod
    /// lunge 10 per leg right
    /// ```
    ///
    /// # Right
    /// ```wod
    /// back squat 5x5 @ 60kg every 3min
    /// lunge 10 per leg
    /// split squat 10 right
    /// split squat 10 left
    /// ```
    ///
    /// # Note
    /// With `every 3min` the rest is [what the set leaves](../language.md#how-what-goes-after-the-dose) of
    /// three minutes.
    ConflictingModifiers "conflicting-modifiers" Error "Two modifiers that cannot stand together.";

    /// In a list of sets, some say how hard they are and some do not.
    ///
    /// # Why
    /// In `12, 10, 8 @ 20kg` the load may be for the last set or for all three. On paper both are common, and
    /// the difference is what is on the bar for twenty-two repetitions.
    ///
    /// # Wrong
    /// ```wod
    /// goblet squat 12, 10, 8 @ 20kg
    /// ```
    ///
    /// # Right
    /// All at one load, and one load only for the last set:
    ///
    /// ```wod
    /// goblet squat 12 @ 20kg, 10 @ 20kg, 8 @ 20kg
    /// ```
    /// ```wod
    /// goblet squat 12 @ bodyweight, 10 @ bodyweight, 8 @ 20kg
    /// ```
    ///
    /// # Note
    /// Sets that are all alike are shorter [with an x](../language.md#how-much-the-dose): `3x10 @ 20kg`.
    MixedList "mixed-list" Error "A list of sets of which only some have a target.";

    /// A movement has two targets of one kind: two loads, two paces, two efforts.
    ///
    /// # Why
    /// A set has one load. Two of them are a range (`16-24kg`), a way from one to the other (`110w to 180w`),
    /// or sets that differ, and each of these is written in its own way.
    ///
    /// # Wrong
    /// ```wod
    /// goblet squat 10 @ 16kg and 24kg
    /// ```
    /// ```wod
    /// run 5km @ 5:00/km and 12km/h
    /// ```
    ///
    /// # Right
    /// ```wod
    /// goblet squat 10 @ 16-24kg
    /// goblet squat 10 @ 16kg, 8 @ 24kg
    /// run 5km @ 5:00/km
    /// ```
    ///
    /// # Note
    /// Load, body weight and a bare percentage are one kind. So are a pace, a named pace and a speed. Of
    /// different kinds, as many [as you like](../language.md#how-hard-targets): `@ 80% and rir 2`.
    TargetTwice "target-twice" Error "Two targets of one kind on one movement.";

    /// A percentage stands here, and there is nothing that it could be a percentage of.
    ///
    /// # Why
    /// `80%` is 80 % of the most that somebody lifts once in this movement. Nobody has such a maximum for a
    /// plank. With `of` it may be of something else, as long as somebody lists that.
    ///
    /// # Wrong
    /// ```wod
    /// plank 60s @ 80%
    /// ```
    /// ```wod
    /// back squat 5 @ 80% of yesterday
    /// ```
    /// ```wod
    /// athlete "Sam" < ftp 250w >
    /// bike 20min @ 90% of fpt
    /// ```
    ///
    /// # Right
    /// ```wod
    /// back squat 5 @ 80%
    /// bike 20min @ 75% of ftp
    /// ```
    ///
    /// # Note
    /// The big lifts have a maximum. Yours may, with `max` in its
    /// [definition](../language.md#movements-of-your-own). What else can stand after `of` is in the
    /// language's [table of targets](../language.md#how-hard-targets).
    PercentOfNothing "percent-of-nothing" Error "A percentage of a maximum that the movement does not have.";

    /// The tempo is not four figures, each from 0 to 99 or an X, or it is nothing but zeros.
    ///
    /// # Why
    /// A tempo says four things in a fixed order: the seconds down, held at the bottom, up, and held at the
    /// top. With three figures nobody knows which one was left out; coaches use both ways of shortening it.
    ///
    /// # Wrong
    /// ```wod
    /// squat 8 tempo 3-1-1
    /// ```
    /// ```wod
    /// squat 8 tempo slow
    /// ```
    ///
    /// # Right
    /// ```wod
    /// squat 8 tempo 3-1-1-0
    /// squat 8 tempo 31X0
    /// ```
    ///
    /// # Note
    /// X is as fast as you can. For a single word, write [a
    /// cue](../language.md#how-what-goes-after-the-dose): `squat 8 "slowly down"`.
    BadTempo "bad-tempo" Error "A tempo that is not four figures.";

    "Blocks":

    /// A `rest` stands alone, without saying how long.
    ///
    /// # Why
    /// A rest is as much a part of the session as the work, and nobody can put a length to "rest" on a card.
    /// Only in an `alternating` block does the word alone mean something: a turn in which you do nothing.
    ///
    /// # Wrong
    /// ```wod
    /// squat 20
    /// rest
    /// squat 20
    /// ```
    ///
    /// # Right
    /// ```wod
    /// squat 20
    /// rest 60s
    /// squat 20
    /// rest until ready
    /// emom 12min alternating < squat 10; push-up 10; rest >
    /// ```
    ///
    /// # Note
    /// `rest until ready` is as long as it takes, counted as two minutes. A rest may also be in breaths, or
    /// [on the move](../language.md#rest): `rest jog 200m`.
    BareRest "bare-rest" Error "A `rest` without an amount outside an alternating block.";

    /// A rest in the header of a block does not say between what it is taken: rounds, or movements.
    ///
    /// # Why
    /// `circuit rounds 3 rest 20s` with four movements has two rests, or eleven, and the session is three
    /// minutes longer or shorter.
    ///
    /// # Wrong
    /// ```wod
    /// circuit rounds 3 rest 20s < squat 10; push-up 10; plank 30s >
    /// ```
    /// ```wod
    /// circuit rounds 3 rest 20s betwen rounds < squat 10; push-up 10 >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// circuit rounds 3 rest 20s between rounds < squat 10; push-up 10 >
    /// circuit rounds 3 rest 20s between movements < squat 10; push-up 10 >
    /// circuit rounds 3 work 40s rest 20s < squat; push-up; plank >
    /// ```
    ///
    /// # Note
    /// Right after `work` it stands alone: then it follows each movement. A rest between sets stands behind
    /// the movement: `squat 3x10 rest 20s`. The language's page says [what lies between two
    /// movements](../language.md#what-comes-between-two-movements).
    BareRestInHeader "bare-rest-in-header" Error "A rest in a header that does not say between what.";

    /// Two options of a block cannot both hold.
    ///
    /// # Why
    /// A ladder has one round for each rung, so `rounds` beside it is a second number of rounds. It gives
    /// each movement its repetitions, so `work` has nothing left to give. And after `work 40s rest 20s` there
    /// is a rest between the movements already.
    ///
    /// # Wrong
    /// ```wod
    /// for time ladder 21-15-9 rounds 3 < squat; burpee >
    /// ```
    /// ```wod
    /// circuit work 40s rest 20s rest 10s between movements < squat; push-up >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// for time ladder 21-15-9 < squat; burpee >
    /// circuit work 40s rest 20s < squat; push-up >
    /// ```
    ///
    /// # Note
    /// To climb a ladder three times, put it into a block of its own: `circuit rounds 3 < circuit ladder
    /// 5-3-1 < squat; push-up > >`.
    ConflictingOptions "conflicting-options" Error "Two options that cannot stand together.";

    /// A block lacks an option without which it cannot be done: an AMRAP or an EMOM its length, an `every`
    /// its rounds.
    ///
    /// # Why
    /// "As many rounds as possible" means nothing until it is said in what time. No length is taken for
    /// granted.
    ///
    /// # Wrong
    /// ```wod
    /// amrap < burpee 5; squat 10 >
    /// ```
    /// ```wod
    /// every 90s < row 200m >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// amrap 12min < burpee 5; squat 10 >
    /// every 90s rounds 8 < row 200m >
    /// ```
    ///
    /// # Note
    /// The language's page has [a table](../language.md#options-of-a-block) of the options of each block.
    MissingOption "missing-option" Error "A block that lacks an option it needs.";

    /// These rungs are no ladder that can be climbed, or they can be read in two ways.
    ///
    /// # Why
    /// `10-1` may be ten and then one, or ten, nine, eight and so on down to one: eleven repetitions or
    /// fifty-five. And from 10 in steps of 20 nobody comes to 1.
    ///
    /// # Wrong
    /// ```wod
    /// circuit ladder 10-1 < squat; push-up >
    /// ```
    /// ```wod
    /// circuit ladder 10 to 1 by 20 < squat; push-up >
    /// ```
    /// ```wod
    /// for time 21-15-9 < squat; burpee >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// circuit ladder 10 to 1 < squat; push-up >
    /// circuit ladder 10, 1 < squat; push-up >
    /// circuit ladder 2 to 20 by 2 < squat; push-up >
    /// for time ladder 21-15-9 < squat; burpee >
    /// ```
    ///
    /// # Note
    /// Rungs are whole numbers from 1 up, at most 1,000 of them; [three or
    /// more](../language.md#options-of-a-block) may be joined by dashes.
    BadLadder "bad-ladder" Error "A ladder that cannot be climbed or has two readings.";

    /// A block that runs by its own clock stands inside another one that does.
    ///
    /// # Why
    /// An AMRAP goes on for its twelve minutes whatever happens. If three minutes of EMOM begin inside it,
    /// two clocks run at once, and one of them will stop the other in the middle of a movement.
    ///
    /// # Wrong
    /// ```wod
    /// amrap 12min < emom 3min < burpee 5 >; squat 10 >
    /// ```
    ///
    /// # Right
    /// One after the other, or with a circuit inside:
    ///
    /// ```wod
    /// emom 3min < burpee 5 >
    /// amrap 9min < squat 10; push-up 10 >
    /// ```
    /// ```wod
    /// amrap 12min < circuit rounds 3 < burpee 5; squat 10 >; run 200m >
    /// ```
    ///
    /// # Note
    /// Blocks with a clock are `amrap`, `emom`, `every`, `for time` and `tabata`. They may stand in circuits
    /// and named parts.
    TimedBlockInside "timed-block-inside" Error "A timed block inside an AMRAP, a `for time` or an interval.";

    /// A tabata has its own times, so its movements have no dose, no sets and no `per`, and it holds no
    /// blocks.
    ///
    /// # Why
    /// Eight times 20 s of work and 10 s of rest is what makes it a tabata. Both sides in turn do not fit
    /// into 20 s, and ten repetitions may be done after twelve.
    ///
    /// # Wrong
    /// ```wod
    /// tabata < squat 20s; push-up 10 >
    /// ```
    /// ```wod
    /// tabata < side plank per side >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// tabata < squat; push-up >
    /// tabata < side plank right; side plank left >
    /// circuit rounds 8 work 30s rest 15s < squat; push-up >
    /// ```
    ///
    /// # Note
    /// With other times it is a circuit. `alternating` may stand in a tabata, since it changes no time. The
    /// language's page says what [the other blocks](../language.md#blocks) do.
    NotInTabata "not-in-tabata" Error "A dose, a set or a `per` in a tabata.";

    /// A movement in a superset has sets of its own.
    ///
    /// # Why
    /// In a superset you go from one movement to the next and back; its rounds are the sets. Three sets
    /// inside three rounds would be nine, or a superset that is none, since the first movement is finished
    /// before the second begins.
    ///
    /// # Wrong
    /// ```wod
    /// superset rounds 3 < push-up 3x10; inverted row 3x8 >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// superset rounds 3 < push-up 10; inverted row 8 >
    /// ```
    ///
    /// # Note
    /// Movements with sets one after the other need no block at all: each stands on its own line.
    SetsInSuperset "sets-in-superset" Error "Sets in a superset, whose rounds are its sets.";

    /// A `per`, a `right` or a `left` stands inside a block that is done per side as a whole.
    ///
    /// # Why
    /// The block does all its rounds on the right, then all on the left. If a movement in it had both sides
    /// again, it would be done four times, twice on a side that is resting.
    ///
    /// # Wrong
    /// ```wod
    /// circuit rounds 3 per leg < single-leg squat 5 per leg; calf raise 10 >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// circuit rounds 3 per leg < single-leg squat 5; calf raise 10 >
    /// circuit rounds 3 < single-leg squat 5 per leg; calf raise 10 per leg >
    /// ```
    ///
    /// # Note
    /// In the first of the two the right leg does everything before the left one begins; in the second they
    /// take turns at each movement. Between the two sides of a block lies only [the
    /// `switch`](../language.md#options-of-a-block).
    SidesInsidePerSide "sides-inside-per-side" Error "A `per` or a side inside a block that is done `per` side.";

    /// An option of a block, or the rest of a single set, has nothing to act on, so it changes nothing.
    ///
    /// # Why
    /// It is the trace of something that was meant: rounds that were forgotten, a movement that was taken
    /// out, a dose that should have come from `work`. Without the warning you would wait in vain for the rest
    /// that stands there.
    ///
    /// # Wrong
    /// ```wod
    /// circuit rest 60s between rounds < squat 10; push-up 10 >
    /// ```
    /// ```wod
    /// circuit rounds 3 work 40s < squat 10; push-up 10 >
    /// ```
    /// ```wod
    /// circuit rounds 3 switch 5s < squat 10; push-up 10 >
    /// ```
    /// ```wod
    /// goblet squat 1x5 @ 20kg rest 2min; goblet squat 1x3 @ 24kg
    /// ```
    ///
    /// # Right
    /// ```wod
    /// circuit rounds 3 rest 60s between rounds < squat 10; push-up 10 >
    /// circuit rounds 3 work 40s < squat; push-up >
    /// circuit rounds 3 switch 5s < squat 10; side plank 30s per side >
    /// goblet squat 5 @ 20kg, 3 @ 24kg rest 2min
    /// ```
    ///
    /// # Note
    /// Behind a movement, `rest 2min` is the rest between its sets, so behind one set it is none: a rest
    /// after it is a step of its own. Sets that differ stand on one line, with commas between. A `superset` of
    /// one movement is told the same way: it takes two. The language's page says [what each option acts
    /// on](../language.md#options-of-a-block).
    IdleOption "idle-option" Warning "An option with nothing to act on.";

    /// Nothing is done in this block.
    ///
    /// # Why
    /// It takes no time and leaves an empty heading on the card. Either its steps are still to be written, or
    /// its `>` stands too early and they come after it.
    ///
    /// # Wrong
    /// ```wod
    /// circuit rounds 3 < >
    /// squat 10
    /// push-up 10
    /// ```
    ///
    /// # Right
    /// ```wod
    /// circuit rounds 3 <
    ///   squat 10
    ///   push-up 10
    /// >
    /// ```
    ///
    /// # Note
    /// A block that holds only notes is as empty: a `note` can stand by itself.
    EmptyBlock "empty-block" Warning "A block with nothing in it.";

    /// The work needs more time than its interval has, or a part more than its `cap`. What does not fit is
    /// cut.
    ///
    /// # Why
    /// Intervals start on time: when the minute is over, the next one begins, whether you are ready or not.
    /// Work that cannot be done in it is work that nobody does, and there is no rest at all.
    ///
    /// # Wrong
    /// ```wod
    /// emom 10min < squat 20; run 400m >
    /// ```
    /// ```wod
    /// warmup cap 3min < run 1km; arm circle 10 >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// every 4min rounds 4 < squat 20; run 400m >
    /// warmup cap 8min < run 1km; arm circle 10 >
    /// ```
    ///
    /// # Note
    /// Seconds are exact; repetitions and distances are [estimated](../language.md#time-and-estimates), so
    /// leave a coach's margin. For `every` behind a movement nothing is cut: a set that is late is followed
    /// by the next at once.
    IntervalOverrun "interval-overrun" Warning "Work that does not fit its interval.";

    /// The workout has more than 100,000 pieces or takes more than 24 hours, or all workouts of the file
    /// together have more than 2,000,000 pieces.
    ///
    /// # Why
    /// No session is that long: a marathon of one-second bouts has about 15,000 pieces. It is a zero too many
    /// in `rounds`, or blocks that multiply each other. It stops here, at the block that grew, before it
    /// takes your computer with it.
    ///
    /// # Wrong
    /// ```wod
    /// circuit rounds 100000 < squat 10; push-up 10 >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// circuit rounds 10 < squat 10; push-up 10 >
    /// ```
    ///
    /// # Note
    /// All [limits](../language.md#limits) and their reasons are in the language's page.
    TooLong "too-long" Error "A workout of more than 100,000 segments or 24 hours, or a file of more than it can hold.";

    // One file each under `src/lint/`, whose doc comment is the page.
    "Training":

    OtherHalf "other-half" Warning "`per arm` on a movement of the legs, or the other way round.";
    UnsaidSides "unsaid-sides" Warning "A dose that may be for each side or for both together.";
    UnevenSides "uneven-sides" Warning "More work on one side than on the other.";
    SetsInsideRounds "sets-inside-rounds" Warning "Sets directly inside a block of several rounds.";
    LoadOutOfRange "load-out-of-range" Warning "A load that the movement is not done with.";
    RepsAtLoad "reps-at-load" Warning "More repetitions than anybody has at that load.";
    TempoOverSlot "tempo-over-slot" Warning "A tempo that makes the work longer than the time it has.";
    DistanceOnTheSpot "distance-on-the-spot" Warning "A distance for a movement that does not travel.";
    CountOfHold "count-of-hold" Warning "A plain number for what is held, such as a plank.";
    NoRest "no-rest" Warning "All-out bouts by the clock for more than 5 minutes with no rest at all.";
    LongRest "long-rest" Warning "A rest of more than 10 minutes in the middle of the work.";
    SameMuscles "same-muscles" Warning "A superset that works the same muscles twice where one should rest.";
    NoWarmup "no-warmup" Warning "Heavy or explosive work with no warm-up before it.";
    TightInterval "tight-interval" Warning "Intervals that leave less than a tenth of their time to rest.";
    TooHardForBeginners "too-hard-for-beginners" Warning "High jumps, heavy loads or work to failure under a load, for beginners.";
    GripAfterGrip "grip-after-grip" Warning "More than a minute of gripping one thing after another, with no rest.";
    SkillAfterMax "skill-after-max" Warning "Work to the limit, straight into a lift overhead or a handstand.";
    SharedEquipment "shared-equipment" Warning "One barbell at two loads in a superset.";
    UnneededEquipment "unneeded-equipment" Warning "Equipment that is expected, and that nothing needs.";
    StrengthOnLongRun "strength-on-long-run" Warning "Strength work on the day of a long run.";
    LongRunOnTiredLegs "long-run-on-tired-legs" Warning "A long run on the day after much work for the legs.";
    NoDayOff "no-day-off" Warning "A week of a plan without a day off.";
    HardDaysInARow "hard-days-in-a-row" Warning "More than two hard days in a row.";
    DistanceJump "distance-jump" Warning "A week with over 10 % more on foot than the weeks before.";
    NoEasierWeek "no-easier-week" Warning "Five weeks and more without an easier one.";
    NewStrengthWorkouts "new-strength-workouts" Warning "A new strength workout for a runner in a week that has another.";
    EarlyStrength "early-strength" Warning "More than two strength days in one of a runner's first three weeks.";
    MusclesWithoutRecovery "muscles-without-recovery" Warning "The same muscles at high effort twice within 48 hours.";
    HardBeforeRace "hard-before-race" Warning "Hard or much training right before a race.";
    MissingDuration "missing-duration" Note off "A workout that is all timed and does not say how long it takes.";

    "The workout and the file":

    /// The workout says how long it should take, and it does not.
    ///
    /// # Why
    /// That is what `expect duration` is for: a class that ends at seven must end at seven. When a round is
    /// added or a rest grows, you hear of it at once, with the real time and where it goes.
    ///
    /// # Wrong
    /// ```wod
    /// circuit rounds 5 < squat 30s; rest 15s >
    /// expect duration 3:30
    /// ```
    ///
    /// # Right
    /// ```wod
    /// circuit rounds 5 < squat 30s; rest 15s >
    /// expect duration 3:45
    /// ```
    /// ```wod
    /// circuit rounds 5 < squat 15; rest 15s >
    /// expect duration 3-7min
    /// ```
    ///
    /// # Note
    /// To the second it can only be known where all work is in seconds; repetitions and distances are
    /// [estimated](../language.md#time-and-estimates), so they need a range, `at most` or `at least`. What
    /// counts is the workout's own level.
    ExpectDuration "expect-duration" Error "A duration that is not what the workout says.";

    /// The workout says what equipment it needs, and needs something else.
    ///
    /// # Why
    /// Whoever packs for the park packs by that line. A movement that is swapped for another brings its
    /// equipment with it, and this says so before you stand there without the kettlebell.
    ///
    /// # Wrong
    /// ```wod
    /// kettlebell swing 15 @ 16kg
    /// expect equipment none
    /// ```
    ///
    /// # Right
    /// ```wod
    /// kettlebell swing 15 @ 16kg
    /// expect equipment kettlebell
    /// ```
    ///
    /// # Note
    /// Names are those of the catalogue: `wodc movements "kettlebell swing" --full` shows them. Alternatives
    /// behind `or` that are not taken do not count, and all that is named must be needed.
    ExpectEquipment "expect-equipment" Error "Equipment that the workout needs and does not say.";

    /// The file holds `workout` blocks and also steps that belong to none of them.
    ///
    /// # Why
    /// A file is either one workout, or several with a title each. A step between two of them may be the end
    /// of the first, the beginning of the second, or a third one without a name.
    ///
    /// # Wrong
    /// ```wod
    /// run 10min
    /// workout "Legs" < squat 20 >
    /// workout "Arms" < push-up 20 >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// workout "Legs" < run 10min; squat 20 >
    /// workout "Arms" < run 10min; push-up 20 >
    /// ```
    ///
    /// # Note
    /// A part that several workouts share is a workout of its own, which the others do: [`do "Warm
    /// Up"`](../language.md#using-one-workout-in-another).
    StepsAndWorkouts "steps-and-workouts" Error "Bare steps and `workout` blocks in one file.";

    /// There is no workout in this file: nothing is done in it, and it defines nothing that others could use.
    ///
    /// # Why
    /// The file gives no card, no script and no data, which is rarely what somebody wants who saved it. Often
    /// all its lines are remarks, or only the head was written.
    ///
    /// # Wrong
    /// ```wod
    /// title "Thursday"
    /// tags legs
    /// ```
    ///
    /// # Right
    /// ```wod
    /// title "Thursday"
    /// tags legs
    /// squat 20
    /// ```
    ///
    /// # Note
    /// A file that only defines movements is a library, and nothing is said of it.
    NothingToBuild "nothing-to-build" Warning "A file with no workout in it.";

    /// Two workouts of one file have the same title, or two plans.
    ///
    /// # Why
    /// `do "Legs"` must find one workout, and the files that are written are named by the titles.
    ///
    /// # Wrong
    /// ```wod
    /// workout "Legs" < squat 20 >
    /// workout "legs" < lunge 20 >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// workout "Legs, Monday" < squat 20 >
    /// workout "Legs, Thursday" < lunge 20 >
    /// ```
    ///
    /// # Note
    /// Capitals make no difference, and several blanks count as one.
    DuplicateTitle "duplicate-title" Error "Two workouts of one title, or two plans.";

    /// A movement is defined twice in this file, or two of its movements share a name.
    ///
    /// # Why
    /// The two definitions may differ in everything. Which of them holds would depend on their order, which
    /// nobody looks at.
    ///
    /// # Wrong
    /// ```wod
    /// movement "bear waltz" < pattern core >
    /// movement "Bear-Waltz" < pattern mobility >
    /// bear waltz 30s
    /// ```
    ///
    /// # Right
    /// ```wod
    /// movement "bear waltz" < pattern core; also "dancing bear" >
    /// bear waltz 30s
    /// ```
    ///
    /// # Note
    /// Names are the same when only [capitals, plurals, blanks and
    /// hyphens](../language.md#movements-and-their-names) differ. `also` gives one movement a second name.
    /// Defining a movement that the catalogue has is no second time: it changes what it says of it and leaves
    /// the rest.
    DuplicateMovement "duplicate-movement" Error "One movement defined twice, or one name for two of them.";

    /// A statement that stands once stands twice: a second `title`, a second `level`, a second `pattern` of a
    /// movement.
    ///
    /// # Why
    /// A workout has one title. If a second one took the place of the first in silence, the wrong one would
    /// be on the card as often as the right one.
    ///
    /// # Wrong
    /// ```wod
    /// title "Legs"
    /// level beginner
    /// title "Lower Body"
    /// squat 20
    /// ```
    ///
    /// # Right
    /// ```wod
    /// title "Lower Body"
    /// level beginner
    /// squat 20
    /// ```
    ///
    /// # Note
    /// Notes, records and expectations may stand as often as you like. Tags stand in one line, with commas
    /// between.
    DuplicateStatement "duplicate-statement" Error "A statement that stands once, standing twice.";

    /// A line in the definition of a movement says nothing about a movement that could be read.
    ///
    /// # Why
    /// A definition holds facts: the pattern, the muscles, the equipment, the cues. Each has its word and its
    /// form, so that an app can use it and a slip does not get lost.
    ///
    /// # Wrong
    /// ```wod
    /// movement "bear waltz" < patern core; pace fast >
    /// bear waltz 30s
    /// ```
    /// ```wod
    /// movement "bear waltz" < pattern dance >
    /// bear waltz 30s
    /// ```
    ///
    /// # Right
    /// ```wod
    /// movement "bear waltz" <
    ///   pattern core
    ///   pace 2s
    ///   cue "Knees just off the ground"
    /// >
    /// bear waltz 30s
    /// ```
    ///
    /// # Note
    /// The language's page says [what can stand in it](../language.md#movements-of-your-own), the message
    /// which patterns there are. Steps stand outside of it.
    MovementStatement "movement-statement" Error "A statement in a movement's definition that cannot be read.";

    /// A line about an athlete that is none of those there are: bodyweight, a max, a training max, an FTP, a
    /// pace, a maximal heart rate, a division, a rounding, a bar, units. Or one with more than one figure.
    ///
    /// # Why
    /// What is not understood would be missing from every percentage without anybody noticing.
    ///
    /// # Wrong
    /// ```wod
    /// athlete "Sam" < weight 70kg; back squat 120kg >
    /// back squat 5 @ 80%
    /// ```
    ///
    /// # Right
    /// ```wod
    /// athlete "Sam" < bodyweight 70kg; max back squat 120kg >
    /// back squat 5 @ 80%
    /// ```
    ///
    /// # Note
    /// [Athletes](../athletes.md) has every line there is, with its unit.
    AthleteStatement "athlete-statement" Error "A line about an athlete that cannot be read.";

    /// Two athletes of one file have one name.
    ///
    /// # Why
    /// `--athlete` asks for one of them by name, and their maxima differ.
    ///
    /// # Wrong
    /// ```wod
    /// athlete "Sam" < max back squat 120kg >
    /// athlete "sam" < max back squat 90kg >
    /// back squat 5 @ 100kg
    /// ```
    ///
    /// # Right
    /// ```wod
    /// athlete "Sam H." < max back squat 120kg >
    /// athlete "Sam K." < max back squat 90kg >
    /// back squat 5 @ 100kg
    /// ```
    DuplicateAthlete "duplicate-athlete" Error "Two athletes of one name.";

    /// The athlete who was asked for by `--athlete` is not there: neither in the file nor in those that it
    /// uses. Or the file that was given has none, or more than one.
    ///
    /// # Why
    /// With nobody's figures, or somebody else's, the loads on the sheet would be wrong.
    ///
    /// # Wrong
    /// This file with `--athlete Kim`: it has no Kim.
    ///
    /// # Right
    /// The same file with `--athlete Sam`:
    ///
    /// ```wod
    /// athlete "Sam" < max back squat 120kg >
    /// back squat 5 @ 80%
    /// ```
    ///
    /// # Note
    /// Write `use "team.wod"` in the workout's file and `--athlete NAME` for one athlete of several;
    /// [Athletes](../athletes.md) says more.
    UnknownAthlete "unknown-athlete" Error "An athlete who is not there.";

    /// A workout asks for a part of something that its athlete does not list: a max, a pace, a heart rate. It
    /// is said once for each. The percentage, or the pace's name, stays as it is written.
    ///
    /// # Why
    /// A load that is guessed is one that is lifted. Nothing is put in its place.
    ///
    /// # Wrong
    /// ```wod
    /// athlete "Sam" < max back squat 120kg >
    /// deadlift 5 @ 80%
    /// ```
    ///
    /// # Right
    /// ```wod
    /// athlete "Sam" < max back squat 120kg; max deadlift 150kg >
    /// deadlift 5 @ 80%
    /// ```
    MissingFigure "missing-figure" Warning "A figure that the athlete does not list.";

    /// `do` asks for a workout that neither this file nor a file it uses has.
    ///
    /// # Why
    /// A part of the session would be missing without anybody noticing, often the warm-up.
    ///
    /// # Wrong
    /// ```wod
    /// workout "Warm Up" < run 5min >
    /// workout "Legs" < do "Worm Up"; do "Cool Down" >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// workout "Warm Up" < run 5min >
    /// workout "Legs" < do "Warm Up"; squat 20 >
    /// ```
    ///
    /// # Note
    /// Titles are the same but for capitals. Another file's workouts come in with
    /// [`use`](../language.md#using-one-workout-in-another), and only that file's own, not those that it uses
    /// in turn.
    UnknownWorkout "unknown-workout" Error "A `do` of a workout that is not there.";

    /// A workout does itself: directly, or by way of others.
    ///
    /// # Why
    /// It would never end. The message shows the way round, so that you see which `do` to take out.
    ///
    /// # Wrong
    /// ```wod
    /// workout "Legs" < squat 20; do "Core" >
    /// workout "Core" < plank 30s; do "Legs" >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// workout "Legs" < squat 20; do "Core" >
    /// workout "Core" < plank 30s >
    /// ```
    ///
    /// # Note
    /// To do a workout several times, put the `do` into a circuit: `circuit rounds 3 < do "Core" >`.
    DoesItself "does-itself" Error "A workout that does itself, however far round.";

    /// A file that is named after `use` cannot be read.
    ///
    /// # Why
    /// Without it, its workouts and movements are missing, and each of them would be called unknown. So it is
    /// said once, here, with the reason.
    ///
    /// # Wrong
    /// ```wod
    /// use "warmups.wod"
    /// squat 20
    /// ```
    ///
    /// # Right
    /// ```wod
    /// use "warm-ups.wod"
    /// do "Pulse Up"
    /// squat 20
    /// ```
    /// ```wod warm-ups.wod
    /// workout "Pulse Up" < run 5min >
    /// ```
    ///
    /// # Note
    /// The path is relative to this file, with its ending, and may not lead out of [the
    /// project](../language.md#using-one-workout-in-another). At most 256 files come together.
    FileNotFound "file-not-found" Error "A used file that cannot be read.";

    /// A movement that the file defines and no workout of it does.
    ///
    /// # Why
    /// Either it was forgotten, or its name is spelt otherwise where it was meant. What is named as an easier or harder
    /// form of a movement that is done counts as used; so does what an athlete lists. A file without workouts may define
    /// what it likes: other files use it. So nothing is said there, nor beside a plan.
    ///
    /// # Wrong
    /// ```wod
    /// movement "hop along" < pattern jump >
    /// squat 10
    /// ```
    ///
    /// # Right
    /// ```wod
    /// movement "hop along" < pattern jump >
    /// squat 10
    /// hop along 20
    /// ```
    UnusedDefinition "unused-definition" Warning "A movement of one's own that nothing in the file does.";

    /// A `use` of a file of which nothing is taken.
    ///
    /// # Why
    /// What is not needed can be taken away, and whoever reads the file need not look there. A file with an athlete
    /// counts as needed, since athletes are not named. In a file without workouts, and beside a plan, nothing is said.
    ///
    /// # Wrong
    /// ```wod hops.wod
    /// movement "hop along" < pattern jump >
    /// ```
    /// ```wod
    /// use "hops.wod"
    /// squat 10
    /// ```
    ///
    /// # Right
    /// ```wod hops.wod
    /// movement "hop along" < pattern jump >
    /// ```
    /// ```wod
    /// use "hops.wod"
    /// hop along 10
    /// ```
    UnusedUse "unused-use" Warning "A used file of which nothing is taken.";

    /// An `allow` names a rule that is not there.
    ///
    /// # Why
    /// The warning that you meant to take away would still come, or come back, and you would not know why.
    ///
    /// # Wrong
    /// ```wod
    /// circuit rounds 2 <
    ///   allow set-inside-rounds "on purpose"
    ///   squat 2x10
    /// >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// circuit rounds 2 <
    ///   allow sets-inside-rounds "on purpose"
    ///   squat 2x10
    /// >
    /// ```
    ///
    /// # Note
    /// The name stands above each message; `wodc explain` lists all of them.
    UnknownRule "unknown-rule" Warning "An `allow` of a rule that is not there.";

    /// An `allow` takes away a warning that is not given here, or names an error, which cannot be allowed.
    ///
    /// # Why
    /// When the reason for it is gone, an `allow` that stays would hide the next mistake of that kind. An
    /// error says that the text has no meaning, or two; no permission gives it one.
    ///
    /// # Wrong
    /// ```wod
    /// allow sets-inside-rounds "on purpose"
    /// squat 3x10 rest 90s
    /// ```
    ///
    /// # Right
    /// ```wod
    /// squat 3x10 rest 90s
    /// ```
    ///
    /// # Note
    /// It [holds in the block it stands in](../language.md#about-the-workout), and in all blocks inside that
    /// one.
    IdleAllow "idle-allow" Warning "An `allow` that silences nothing.";

    /// A file that this one uses has mistakes itself.
    ///
    /// # Why
    /// What cannot be read of it cannot be used: a part of the session might be missing. Its mistakes are
    /// shown where it is checked by itself, so that ten files that use it do not show them ten times.
    ///
    /// # Wrong
    /// ```wod
    /// use "warm-ups.wod"
    /// do "Pulse Up"
    /// squat 20
    /// ```
    /// ```wod warm-ups.wod
    /// workout "Pulse Up" < 10 burpees >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// use "warm-ups.wod"
    /// do "Pulse Up"
    /// squat 20
    /// ```
    /// ```wod warm-ups.wod
    /// workout "Pulse Up" < burpees 10 >
    /// ```
    ///
    /// # Note
    /// `wodc check warm-ups.wod` shows what is wrong with it, and `wodc check` alone all files of the folder.
    UsedFileHasErrors "used-file-has-errors" Error "A used file that has errors itself.";

    "Plans":

    /// A plan starts on a day that is no Monday, or that is not in the calendar.
    ///
    /// # Why
    /// The weeks of a plan run from Monday to Sunday: `tuesday` is the second day of each. A plan that started
    /// on a Tuesday would have a first week of six days, and nobody could say whether its last one has one
    /// day or eight. The Mondays on both sides are named; which one is meant, only you know.
    ///
    /// # Wrong
    /// ```wod
    /// plan "Base" weeks 4 starts 2026-01-06 <
    ///   every week < tuesday < run 5km > >
    /// >
    /// ```
    /// ```wod
    /// plan "Base" weeks 4 starts 2026-02-30 <
    ///   every week < tuesday < run 5km > >
    /// >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// plan "Base" weeks 4 starts 2026-01-05 <
    ///   every week < tuesday < run 5km > >
    /// >
    /// ```
    ///
    /// # Note
    /// A date is the year, the month and the day, with `-` between them. A plan need not have one. It starts
    /// between 1900 and 2199.
    PlanStart "plan-start" Error "A plan that starts on no Monday, or on no day at all.";

    /// A [calendar](../calendar.md) was asked for, `--to ics`, and the plan does not say when it starts. Its
    /// other outputs are made all the same.
    ///
    /// # Why
    /// A plan need not have dates: it can be handed on, and started on any Monday. A calendar consists of
    /// nothing else. If wodc took next Monday for its start, the same plan would give another calendar next
    /// week, and every event would move.
    ///
    /// # Wrong
    /// ```wod
    /// plan "Base" weeks 4 <
    ///   every week < tuesday < run 5km > >
    /// >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// plan "Base" weeks 4 starts 2026-01-05 <
    ///   every week < tuesday < run 5km > >
    /// >
    /// ```
    ///
    /// # Note
    /// The file can stay as it is: `wodc build base.wod --to ics --starts 2026-01-05`. Where nobody asks for
    /// calendars by name, nothing is said of plans that have none.
    PlanWithoutStart "plan-without-start" Warning "A plan without a date that a calendar is wanted of.";

    /// A plan says something of a week that it does not have, or has more than 104 weeks.
    ///
    /// # Why
    /// What is planned for the ninth week of six would never be done, and would be missed by nobody until
    /// then. Two years are more than anybody can plan ahead: what follows depends on how they went.
    ///
    /// # Wrong
    /// ```wod
    /// plan "Base" weeks 6 <
    ///   every week < tuesday < run 5km > >
    ///   week 9 < tuesday < run 10km > >
    /// >
    /// ```
    /// ```wod
    /// plan "Base" weeks 260 <
    ///   every week < tuesday < run 5km > >
    /// >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// plan "Base" weeks 9 <
    ///   every week < tuesday < run 5km > >
    ///   week 9 < tuesday < run 10km > >
    /// >
    /// ```
    PlanWeeks "plan-weeks" Error "A week that a plan does not have.";

    /// Training and `rest day` stand on the same day.
    ///
    /// # Why
    /// What the blocks of a plan give to one day adds up. A rest day with training on it is none, and nobody
    /// but you knows which of the two was meant.
    ///
    /// # Wrong
    /// ```wod
    /// plan "Base" weeks 4 <
    ///   every week < tuesday < run 5km >; friday < rest day > >
    ///   week 2 < friday < run 10km > >
    /// >
    /// ```
    /// ```wod
    /// plan "Base" weeks 4 <
    ///   every week < friday < rest day; run 5km > >
    /// >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// plan "Base" weeks 4 <
    ///   every week < tuesday < run 5km >; friday < rest day > >
    ///   week 2 < friday instead < run 10km > >
    /// >
    /// ```
    ///
    /// # Note
    /// `instead` takes away what came before on that day; behind the number of a week it takes away the whole
    /// week. A race counts as training.
    RestDay "rest-day" Error "Training on a rest day of a plan.";

    "Outputs":

    /// A cue or a note of yours takes longer to say than there is time for it, so the spoken script leaves it
    /// out.
    ///
    /// # Why
    /// The script is read aloud while people move. Nine words take about four seconds at the usual 150 words
    /// a minute, and a bout of three seconds has not even three for them: the next thing is announced in it,
    /// too. The card prints them all the same.
    ///
    /// # Wrong
    /// ```wod
    /// circuit rounds 3 <
    ///   plank 3s "hips level with the shoulders, knees straight, breathe out"
    /// >
    /// ```
    ///
    /// # Right
    /// ```wod
    /// circuit rounds 3 <
    ///   plank 30s "hips level, knees straight"
    /// >
    /// ```
    ///
    /// # Note
    /// Shorten it, or give it room: a longer bout, or a rest before it. `--rate` sets how fast it is spoken,
    /// and [the script](../cues.md) says what is read out when.
    CueTooLong "cue-too-long" Warning "A cue that takes longer to say than there is time.";

    /// A letter that none of the fonts has, neither those of wodc nor those of this computer. Its code stands on
    /// the sheet instead, such as `[U+13000]`.
    ///
    /// # Why
    /// A font that lacks a letter draws an empty box, and nobody can tell what stood there. wodc brings fonts for
    /// Latin with all accents, Greek, Cyrillic, Hebrew, Arabic, marks and emoji, and takes other letters from the
    /// fonts of the computer it runs on. It only says so where a sheet is made.
    ///
    /// # Wrong
    /// ```wod
    /// title "𓂀 Egyptian lunges"
    /// lunge 10
    /// ```
    ///
    /// # Right
    /// ```wod
    /// title "Ἀθλητής: присед 👁 עברית"
    /// lunge 10
    /// ```
    ///
    /// # Note
    /// Install a font that has the letter, such as one of the Noto fonts, and
    /// build again. A sheet is printed in black, so an emoji stands on it without the colour of its skin, and the
    /// flag of England as a black one; that is said, too. The other outputs have every letter as you wrote it.
    LetterWithoutFont "letter-without-font" Warning "A letter of a sheet that no font has.";

    /// There is no sheet of a workout: it has too many rows or letters, or nothing to make a station card of.
    ///
    /// # Why
    /// A sheet has room for 500 rows, which is some twenty pages, and for 100,000 letters. Nobody prints more of
    /// one workout, and to set it would take minutes. The other outputs are written all the same.
    ///
    /// # Wrong
    /// A workout of 501 steps.
    ///
    /// # Right
    /// ```wod
    /// circuit rounds 100 <
    ///   squat 10
    ///   push-up 10
    /// >
    /// ```
    ///
    /// # Note
    /// What repeats is one row, however often it is done: write rounds. What does not belong together is another
    /// `workout`, with a sheet of its own. `--cards` needs at least one movement.
    NoSheet "no-sheet" Warning "A workout of which there is no sheet.";
}
