//! The program: arguments in, exit code out.

fn main() -> std::process::ExitCode {
    wodc::cli::run(std::env::args_os())
}
