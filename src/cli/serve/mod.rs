//! Pages that are served to a browser on this computer: the one that `wodc build --watch --open` shows, and the studio.

mod answer;
mod body;
pub mod browser;
mod connections;
mod own;

use std::fmt::Display;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::thread;

use hyper::Request;
use hyper::body::Incoming;
use tokio::runtime;

pub use self::answer::{HTML, JSON, TEXT, content, refusal, with};
pub use self::body::{is_fit, sent};
pub use self::connections::Answer;
pub use self::own::Own;
use super::outcome::Trouble;

/// A port that is open, and at which nobody answers yet.
pub struct Port {
    listener: TcpListener,
    address: SocketAddr,
}

impl Port {
    /// Opens a port of an address of this computer: this one, or any that is free where it is 0.
    pub fn open(ip: IpAddr, port: u16) -> Result<Self, Trouble> {
        let listener = TcpListener::bind((ip, port)).map_err(|error| unable(&error))?;
        listener.set_nonblocking(true).map_err(|error| unable(&error))?;
        let address = listener.local_addr().map_err(|error| unable(&error))?;
        Ok(Self { listener, address })
    }

    /// Returns its address.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Answers the requests that come to it, as long as the program runs.
    pub fn serve<F>(
        self,
        answer: impl Fn(Request<Incoming>) -> F + Clone + Send + 'static,
    ) -> Result<(), Trouble>
    where
        F: Future<Output = Answer> + Send + 'static,
    {
        let runtime =
            runtime::Builder::new_current_thread().enable_all().build().map_err(|error| unable(&error))?;
        let listener = {
            let _runtime = runtime.enter();
            tokio::net::TcpListener::from_std(self.listener).map_err(|error| unable(&error))?
        };
        thread::spawn(move || runtime.block_on(connections::serve(listener, answer)));
        Ok(())
    }
}

fn unable(why: &dyn Display) -> Trouble {
    Trouble::new(format!("the page cannot be served: {why}"))
}
