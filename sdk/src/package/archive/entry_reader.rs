//! The content of one entry, bounded and verified.

use std::io::{self, Read, Seek, SeekFrom};

use flate2::{Decompress, FlushDecompress, Status};

use super::{Entry, Method, early_descriptor::Watch};
use crate::{
    fault,
    package::fault::{Fault, FaultKind},
};

/// Reads one entry's content, never more than its stated size. The last bytes come out only once size, check sum
/// and the end of the compressed stream were verified; a reader that is left before that has verified nothing.
///
/// What is wrong with the content comes as an [`io::Error`] that holds a [`Fault`];
/// [`OpenError::from`](crate::package::fault::OpenError) takes it out again.
///
/// ```
/// use std::io::{Cursor, Read};
/// use tongzhou::package::{archive::Archive, limits::Limits, name::EntryName};
///
/// # let shipped = |name: &str| tongzhou_schema::EXAMPLES.iter().find(|(file, _)| *file == name).expect("shipped").1;
/// let mut archive = Archive::open(Cursor::new(shipped("emergency.tzpkg")), &Limits::STANDARD)?;
/// let manifest = archive.find(&EntryName::Manifest).ok_or("no manifest")?;
/// // A piece at a time; only the end of the reading says that all of it was right.
/// let mut text = String::new();
/// archive.reader(&manifest).read_to_string(&mut text)?;
/// assert_eq!(text.len(), 1043);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct EntryReader<'a, R> {
    source: &'a mut R,
    inflater: &'a mut Inflater,
    inflated: &'a mut u64,
    entry: Entry,
    /// Bytes of the archive not yet taken in.
    waiting: u64,
    produced: u64,
    crc32: crc32fast::Hasher,
    watch: Option<Watch>,
    state: State,
}

/// What inflating needs, kept from entry to entry.
pub(super) struct Inflater {
    stream: Decompress,
    buffer: Vec<u8>,
    /// What of the buffer is still to be inflated.
    start: usize,
    end: usize,
}

impl Default for Inflater {
    fn default() -> Self {
        Self { stream: Decompress::new(false), buffer: vec![0; INPUT], start: 0, end: 0 }
    }
}

#[derive(Clone, Copy)]
enum State {
    Unplaced,
    Reading,
    Verified,
    Failed(Fault),
}

impl<'a, R: Read + Seek> EntryReader<'a, R> {
    pub(super) fn new(
        source: &'a mut R,
        inflater: &'a mut Inflater,
        inflated: &'a mut u64,
        entry: Entry,
    ) -> Self {
        inflater.stream.reset(false);
        (inflater.start, inflater.end) = (0, 0);
        let watch = entry.early.map(Watch::new);
        let (waiting, crc32) = (entry.compressed, crc32fast::Hasher::new());
        Self { source, inflater, inflated, entry, waiting, produced: 0, crc32, watch, state: State::Unplaced }
    }

    fn advance(&mut self, out: &mut [u8]) -> io::Result<usize> {
        if matches!(self.state, State::Unplaced) {
            self.source.seek(SeekFrom::Start(self.entry.data))?;
            self.state = State::Reading;
        }
        let left = usize::try_from(self.entry.size - self.produced).unwrap_or(usize::MAX);
        let count = out.len().min(left);
        let out = out.get_mut(..count).unwrap_or_default();
        let count = match self.entry.method {
            _ if out.is_empty() => 0,
            Method::Stored => self.take(out)?,
            Method::Deflated => self.inflate(out)?,
        };
        let bytes = out.get(..count).unwrap_or_default();
        self.crc32.update(bytes);
        if let Some(watch) = &mut self.watch
            && watch.sees(bytes)
            && !fault::is("early-descriptor-unseen")
        {
            return Err(self.refusal(FaultKind::EarlyDescriptor));
        }
        self.produced += count as u64;
        *self.inflated += count as u64;
        if self.produced == self.entry.size {
            self.verify()?;
            self.state = State::Verified;
        }
        Ok(count)
    }

    /// Takes stored bytes straight into the caller's buffer.
    fn take(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let count = read_some(self.source, out)?;
        self.waiting = self.waiting.saturating_sub(count as u64);
        Ok(count)
    }

    /// Inflates at least one byte into `out`, which is not empty.
    fn inflate(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            let (count, status) = self.step(out)?;
            if count > 0 {
                return Ok(count);
            }
            match status {
                Status::StreamEnd => return Err(self.refusal(FaultKind::SizeLies)),
                Status::Ok | Status::BufError => self.demand_input()?,
            }
        }
    }

    /// Refuses a stream that cannot go on, for want of input, short of its end.
    fn demand_input(&self) -> io::Result<()> {
        if self.waiting == 0 && self.inflater.start == self.inflater.end {
            return Err(self.refusal(FaultKind::DeflateNotEnded));
        }
        Ok(())
    }

    /// One call of the inflater, with input if there is some left.
    fn step(&mut self, out: &mut [u8]) -> io::Result<(usize, Status)> {
        let Inflater { stream, buffer, start, end } = &mut *self.inflater;
        if *start == *end && self.waiting > 0 {
            let most = usize::try_from(self.waiting).unwrap_or(INPUT).min(INPUT);
            *start = 0;
            *end = read_some(self.source, buffer.get_mut(..most).unwrap_or_default())?;
            self.waiting -= *end as u64;
        }
        let (taken, given) = (stream.total_in(), stream.total_out());
        let input = buffer.get(*start..*end).unwrap_or_default();
        let status = stream.decompress(input, out, FlushDecompress::None);
        *start += usize::try_from(stream.total_in() - taken).unwrap_or_default();
        let count = usize::try_from(stream.total_out() - given).unwrap_or_default();
        match status {
            Ok(status) => Ok((count, status)),
            Err(_) => Err(self.refusal(FaultKind::DeflateCorrupt)),
        }
    }

    /// Everything stated was produced: is that all, and is it right?
    fn verify(&mut self) -> io::Result<()> {
        if self.entry.method == Method::Deflated {
            let mut beyond = [0];
            loop {
                let (count, status) = self.step(&mut beyond)?;
                if count > 0 {
                    return Err(self.refusal(FaultKind::SizeLies));
                }
                match status {
                    Status::StreamEnd => break,
                    Status::Ok | Status::BufError => self.demand_input()?,
                }
            }
            if (self.waiting > 0 || self.inflater.start < self.inflater.end)
                && !fault::is("bytes-behind-a-stream-taken")
            {
                return Err(self.refusal(FaultKind::DeflateTrailingBytes));
            }
        }
        if self.crc32.clone().finalize() != self.entry.crc32 && !fault::is("check-sum-of-an-entry-unread") {
            return Err(self.refusal(FaultKind::CrcLies));
        }
        Ok(())
    }

    fn refusal(&self, kind: FaultKind) -> io::Error {
        io::Error::other(Fault::of_entry(kind, self.entry.data, self.entry.ordinal))
    }
}

impl<R: Read + Seek> Read for EntryReader<'_, R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        match self.state {
            State::Failed(fault) => Err(io::Error::other(fault)),
            State::Verified => Ok(0),
            State::Unplaced | State::Reading if out.is_empty() => Ok(0),
            State::Unplaced | State::Reading => {
                let advanced = self.advance(out);
                let fault = advanced.as_ref().err().and_then(io::Error::get_ref);
                if let Some(fault) = fault.and_then(|fault| fault.downcast_ref::<Fault>()) {
                    self.state = State::Failed(*fault);
                }
                advanced
            }
        }
    }
}

/// Reads at least one byte. The archive was as long as judged, so an end here means that the source has changed.
fn read_some(source: &mut impl Read, buffer: &mut [u8]) -> io::Result<usize> {
    loop {
        match source.read(buffer) {
            Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            other => return other,
        }
    }
}

const INPUT: usize = 64 * 1024;
