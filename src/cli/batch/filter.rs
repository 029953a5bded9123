//! The filter: lines in, answers out in the same order, with a bounded number of them on the way.
//!
//! ```text
//! reader ──▶ gate ──▶ work ──▶ workers ──▶ an answer each
//!              │                               │
//!              └────▶ order ──────────▶ writer ┘
//! ```
//!
//! The reader lets a line in when there is room for it. It gives the line to the workers, and the place of its answer to
//! the writer, which waits for the answers in the order of the lines. A line makes room when its answer is written.

use std::io::{self, BufWriter, Read, Write};
use std::num::NonZeroUsize;
use std::sync::mpsc::{self, Receiver, Sender, SyncSender, TryRecvError};
use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;

use super::lines::{LONGEST_LINE, Line, Lines};

/// How many lines are on their way for each worker: enough that one slow line seldom leaves the others idle.
const LINES_PER_WORKER: usize = 64;

/// How many bytes of lines are on their way for each worker. Ordinary workouts have one or two thousand; the outputs of
/// a line may be a hundred times as large as the line. One that is larger than all of this waits until it is alone.
const BYTES_PER_WORKER: usize = 256 * 1024;

/// The stack of a worker, in bytes: what a main thread usually has.
const STACK: usize = 8 * 1024 * 1024;

/// Why the filter ended before its input did.
#[derive(Debug)]
pub enum Broken {
    /// The input cannot be read. What was read before is answered.
    Input(io::Error),
    /// The output cannot be written.
    Output(io::Error),
}

/// An answer on its way.
struct Promise {
    answer: Receiver<Vec<u8>>,
    /// The room that its line takes.
    bytes: usize,
}

/// A line to answer, and where its answer goes.
type Work = (Line, SyncSender<Vec<u8>>);

/// Answers each line of `input` to `output`. The output is flushed whenever the next answer is not there yet, so that
/// somebody may wait for an answer before they send the next line.
///
/// The threads are not waited for when the output breaks: the reader may wait for its input for ever.
pub fn run(
    input: impl Read + Send + 'static,
    output: impl Write,
    jobs: NonZeroUsize,
    answer: impl Fn(&Line) -> Vec<u8> + Send + Sync + 'static,
) -> Result<(), Broken> {
    let gate = Arc::new(Gate::new(jobs));
    let (work, taken) = mpsc::channel();
    let (order, promises) = mpsc::channel();
    let (taken, answer) = (Arc::new(Mutex::new(taken)), Arc::new(answer));
    for _ in 0..jobs.get() {
        let (taken, answer) = (Arc::clone(&taken), Arc::clone(&answer));
        spawn("worker", move || answer_lines(&taken, &*answer))?;
    }
    let lines = Lines::new(input, LONGEST_LINE);
    let let_in = Arc::clone(&gate);
    spawn("reader", move || read_lines(lines, &let_in, &work, &order))?;
    write_answers(output, &gate, &promises)
}

fn spawn(name: &str, run: impl FnOnce() + Send + 'static) -> Result<(), Broken> {
    let spawned = thread::Builder::new().name(name.into()).stack_size(STACK).spawn(run);
    // A system that has no thread left can't be read from either.
    spawned.map(drop).map_err(Broken::Input)
}

/// Lets lines in until the input ends, or nobody waits for answers any more.
fn read_lines(
    mut lines: Lines<impl Read>,
    gate: &Gate,
    work: &Sender<Work>,
    order: &Sender<io::Result<Promise>>,
) {
    loop {
        let line = match lines.next() {
            Ok(Some(line)) => line,
            Ok(None) => return,
            Err(error) => {
                // The writer may be gone.
                let _ = order.send(Err(error));
                return;
            }
        };
        let bytes = line.bytes.as_ref().map_or(0, Vec::len);
        gate.enter(bytes);
        let (place, answer) = mpsc::sync_channel(1);
        if order.send(Ok(Promise { answer, bytes })).is_err() || work.send((line, place)).is_err() {
            return;
        }
    }
}

/// Answers lines until there are no more.
fn answer_lines(work: &Mutex<Receiver<Work>>, answer: &impl Fn(&Line) -> Vec<u8>) {
    loop {
        let next = work.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok((line, place)) = next else { return };
        // The writer may be gone.
        let _ = place.send(answer(&line));
    }
}

/// Writes answers in the order of their lines.
fn write_answers(
    output: impl Write,
    gate: &Gate,
    promises: &Receiver<io::Result<Promise>>,
) -> Result<(), Broken> {
    let mut output = BufWriter::new(output);
    loop {
        let promise = match flushing(&mut output, promises)? {
            Some(promise) => promise.map_err(|error| {
                // The answers before count more than what befell the output since.
                let _ = output.flush();
                Broken::Input(error)
            })?,
            None => return output.flush().map_err(Broken::Output),
        };
        let lost = || io::Error::other("a line was lost on its way");
        let answer = flushing(&mut output, &promise.answer)?.ok_or_else(lost).map_err(Broken::Output)?;
        output.write_all(&answer).map_err(Broken::Output)?;
        gate.leave(promise.bytes);
    }
}

/// Receives what comes next; what was written before is flushed where it has to be waited for. None at the end.
fn flushing<T>(output: &mut impl Write, from: &Receiver<T>) -> Result<Option<T>, Broken> {
    match from.try_recv() {
        Ok(next) => Ok(Some(next)),
        Err(TryRecvError::Disconnected) => Ok(None),
        Err(TryRecvError::Empty) => {
            output.flush().map_err(Broken::Output)?;
            Ok(from.recv().ok())
        }
    }
}

/// Where lines wait until there is room for them.
#[derive(Debug)]
struct Gate {
    most: OnTheWay,
    inside: Mutex<OnTheWay>,
    has_room: Condvar,
}

/// Lines on their way, and the bytes they take.
#[derive(Debug, Clone, Copy, Default)]
struct OnTheWay {
    lines: usize,
    bytes: usize,
}

impl Gate {
    fn new(jobs: NonZeroUsize) -> Self {
        let most = OnTheWay {
            lines: jobs.get().saturating_mul(LINES_PER_WORKER),
            bytes: jobs.get().saturating_mul(BYTES_PER_WORKER),
        };
        Self { most, inside: Mutex::default(), has_room: Condvar::new() }
    }

    /// Waits until there is room for a line of so many bytes. There is always room for one that is alone.
    fn enter(&self, bytes: usize) {
        let is_full = |inside: &mut OnTheWay| {
            inside.lines >= self.most.lines || inside.lines > 0 && inside.bytes + bytes > self.most.bytes
        };
        let inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        let mut inside = self.has_room.wait_while(inside, is_full).unwrap_or_else(PoisonError::into_inner);
        inside.lines += 1;
        inside.bytes += bytes;
    }

    /// Makes the room of a line free again.
    fn leave(&self, bytes: usize) {
        let mut inside = self.inside.lock().unwrap_or_else(PoisonError::into_inner);
        inside.lines -= 1;
        inside.bytes -= bytes;
        self.has_room.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    const FOUR: NonZeroUsize = NonZeroUsize::new(4).unwrap();

    /// Writes as somebody does who closes the pipe after so many bytes.
    struct Closing(usize);

    impl Write for Closing {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::BrokenPipe)?;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn answers_come_in_the_order_of_the_lines_and_few_are_on_the_way() {
        static ON_THE_WAY: AtomicUsize = AtomicUsize::new(0);
        static MOST: AtomicUsize = AtomicUsize::new(0);
        /// An input of so many lines, each of which is counted when it is read.
        struct Counted(usize);
        impl Read for Counted {
            fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
                if self.0 == 0 {
                    return Ok(0);
                }
                self.0 -= 1;
                MOST.fetch_max(ON_THE_WAY.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                buffer[..2].copy_from_slice(b"x\n");
                Ok(2)
            }
        }
        /// An output that is slower than the input.
        struct Slow(Vec<u8>);
        impl Write for Slow {
            fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
                ON_THE_WAY.fetch_sub(bytes.iter().filter(|&&byte| byte == b'\n').count(), Ordering::SeqCst);
                thread::sleep(Duration::from_micros(100));
                self.0.extend_from_slice(bytes);
                Ok(bytes.len())
            }
            fn flush(&mut self) -> io::Result<()> {
                Ok(())
            }
        }
        let mut output = Slow(Vec::new());
        let answer = |line: &Line| {
            // The later ones are ready first.
            thread::sleep(Duration::from_micros(50 * (line.number % 7)));
            // So long that the output is written to at every line.
            format!("{:>9000}\n", line.number).into_bytes()
        };
        run(Counted(2_000), &mut output, FOUR, answer).unwrap();
        let written = String::from_utf8(output.0).unwrap();
        let numbers: Vec<u64> = written.lines().map(|line| line.trim().parse().unwrap()).collect();
        assert_eq!(numbers, (1..=2_000).collect::<Vec<_>>());
        let most = MOST.load(Ordering::SeqCst);
        assert!(most <= 4 * LINES_PER_WORKER + 2, "{most} lines were on their way at once");
    }

    #[test]
    fn large_lines_are_on_their_way_alone() {
        static AT_ONCE: AtomicUsize = AtomicUsize::new(0);
        let input = format!("{0}\n{0}\n{0}\n", "x".repeat(4 * BYTES_PER_WORKER + 1));
        let answer = |line: &Line| {
            assert_eq!(AT_ONCE.fetch_add(1, Ordering::SeqCst), 0);
            thread::sleep(Duration::from_millis(20));
            AT_ONCE.fetch_sub(1, Ordering::SeqCst);
            format!("{}\n", line.number).into_bytes()
        };
        let mut output = Vec::new();
        run(io::Cursor::new(input), &mut output, FOUR, answer).unwrap();
        assert_eq!(output, b"1\n2\n3\n");
    }

    #[test]
    fn a_broken_input_is_told_after_the_answers_before_and_a_broken_output_at_once() {
        struct Fails;
        impl Read for Fails {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::Error::other("the cable was pulled"))
            }
        }
        let answer = |line: &Line| format!("{}\n", line.number).into_bytes();
        let mut output = Vec::new();
        let ended = run(io::Cursor::new("a\nb\nc").chain(Fails), &mut output, FOUR, answer);
        assert!(matches!(ended, Err(Broken::Input(error)) if error.to_string() == "the cable was pulled"));
        assert_eq!(output, b"1\n2\n");

        // The input never ends.
        let ended = run(io::repeat(b'\n'), Closing(100), FOUR, answer);
        assert!(matches!(ended, Err(Broken::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe));
    }
}
