//! Several reviews at once, taken back in the order in which they were given.

use std::collections::VecDeque;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread::Scope;

use anyhow::{Context, Result};

use crate::house::{House, Spent, Told};
use crate::source::{Job, Taker};

/// The number of jobs under way for each worker. It bounds the memory, however many dossiers there are. With fewer,
/// workers on a busy machine wait for the reader.
const UNDER_WAY: usize = 16;

/// A job that is done: its review, or the reasons why there is none.
#[derive(Debug)]
pub(crate) struct Done {
    pub(crate) job: Job,
    pub(crate) told: Result<Told, Vec<String>>,
    pub(crate) spent: Spent,
}

/// A job, and the way back for what becomes of it.
type Given = (Job, SyncSender<Done>);

/// Workers, and the reader of what they did.
#[derive(Debug)]
pub(crate) struct Crew<F> {
    jobs: SyncSender<Given>,
    /// The answers that are awaited, the oldest first.
    awaited: VecDeque<Receiver<Done>>,
    most: usize,
    spare: Vec<Vec<u8>>,
    each: F,
}

impl<F: FnMut(Done) -> Result<Job>> Crew<F> {
    /// Makes a crew. Its reader is called with each answer in the order of the jobs, and gives the job back.
    pub(crate) fn hire<'s>(
        scope: &'s Scope<'s, '_>,
        workers: usize,
        house: &'s House,
        each: F,
    ) -> Self {
        let most = workers.saturating_mul(UNDER_WAY);
        let (jobs, queue) = sync_channel::<Given>(most);
        let queue = Arc::new(Mutex::new(queue));
        for _ in 0..workers {
            let queue = Arc::clone(&queue);
            scope.spawn(move || while work(&queue, house).is_some() {});
        }
        Self {
            jobs,
            awaited: VecDeque::new(),
            most,
            spare: Vec::new(),
            each,
        }
    }

    /// Awaits every answer that is still to come.
    pub(crate) fn finish(mut self) -> Result<()> {
        while !self.awaited.is_empty() {
            self.receive()?;
        }
        Ok(())
    }

    /// Awaits the oldest answer.
    fn receive(&mut self) -> Result<()> {
        let Some(oldest) = self.awaited.pop_front() else {
            return Ok(());
        };
        let done = oldest.recv().context("a review was broken off")?;
        let job = (self.each)(done)?;
        self.spare.extend(job.bytes);
        Ok(())
    }
}

impl<F: FnMut(Done) -> Result<Job>> Taker for Crew<F> {
    fn buffer(&mut self) -> Vec<u8> {
        let mut buffer = self.spare.pop().unwrap_or_default();
        buffer.clear();
        buffer
    }

    fn take(&mut self, job: Job) -> Result<()> {
        if self.awaited.len() >= self.most {
            self.receive()?;
        }
        let (answer, awaited) = sync_channel(1);
        self.jobs
            .send((job, answer))
            .context("a review was broken off")?;
        self.awaited.push_back(awaited);
        Ok(())
    }
}

/// Does the next job; nothing if there will be none.
fn work(queue: &Mutex<Receiver<Given>>, house: &House) -> Option<()> {
    let next = queue.lock().ok()?.recv();
    let (job, answer) = next.ok()?;
    let mut spent = Spent::default();
    let told = house.reviewed(&job, &mut spent);
    answer.send(Done { job, told, spent }).ok()
}
