//! `tongzhou validate`: checks documents, packages, files of lines and folders.

use std::{
    fs::File,
    io::{self, Cursor, Read, Seek, Write},
    path::{Path, PathBuf},
    thread,
};

use indicatif::ProgressBar;
use sha2::{Digest, Sha256};
use tongzhou::{
    code::lists::InputKind,
    report::{InputFacts, human::Human, report},
    text::Lang,
    validate::{self, Answer, Checked, Options},
};

use crate::{
    args::{Format, Validate},
    clock,
    exit::Exit,
    input::{self, Block, Blocks, Kind, files, has_lines, kind_of, read_up_to},
    likeness::{self, Likeness},
    ordered::ordered,
    speech::{Failure, What, complain, remark, shown},
    watched,
};

/// Runs the command.
pub(crate) fn run(args: &Validate, lang: Lang) -> Result<Exit, Failure> {
    let fail = |what| Failure { what, lang };
    let members = match &args.members.directory {
        // Where a day is given, the directory is judged by its last second too, and the report is the same for ever.
        Some(_) => args
            .as_of
            .map_or_else(clock::now, clock::end_of)
            .and_then(|at| args.members.read(at))
            .map_err(fail)?,
        None => None,
    };
    let identities = args.identities.read(lang).map_err(fail)?;
    let options = match args.as_of {
        Some(day) => Options::on(day),
        None => Options::on(clock::now().map_err(fail)?.china_date()),
    };
    let options = Options { directory: members.as_ref(), identities: &identities, ..options };
    let files = files(&args.paths).map_err(|(path, error)| fail(What::Read(path, error)))?;
    if files.is_empty() {
        return Err(fail(What::NothingToCheck));
    }
    let threads =
        args.threads.map_or_else(|| thread::available_parallelism().map_or(1, usize::from), usize::from);
    let single = matches!(args.paths.as_slice(), [path] if !path.is_dir() && !has_lines(path));
    let job = Job { options, lang, format: args.format, single };
    let progress = progress(&files);
    let mut tally = Tally::default();
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut failed = None;
    let pieces = files.into_iter().flat_map(|path| pieces(path, options.limits.document_bytes));
    ordered(
        threads,
        pieces,
        |piece| job.check(piece),
        |outcome| {
            progress.inc(outcome.bytes);
            tally.add(&outcome);
            if let Some(what) = outcome.could_not {
                progress.suspend(|| complain(&fail(what)));
            }
            if let Some((path, likeness)) = outcome.likeness {
                progress.suspend(|| remark(format!("{}: {}", shown(&path), likeness.say(lang))));
            }
            failed = out.write_all(outcome.text.as_bytes()).err();
            failed.is_none()
        },
    );
    progress.finish_and_clear();
    if let Some(error) = failed {
        return Err(fail(What::Print(error)));
    }
    if args.format == Format::Human && !job.single {
        write!(out, "{}", tally.sentence(lang)).map_err(|error| fail(What::Print(error)))?;
    }
    out.flush().map_err(|error| fail(What::Print(error)))?;
    Ok(tally.exit())
}

/// What is checked at one go.
enum Piece {
    /// One document or package.
    File(PathBuf),
    /// Some lines of a file.
    Lines(PathBuf, Block),
    /// A file that could not be read.
    Unreadable(PathBuf, io::Error),
}

/// What came of a piece.
#[derive(Default)]
struct PieceOutcome {
    text: String,
    sound: usize,
    wrong: usize,
    unchecked: usize,
    could_not: Option<What>,
    /// What an input that could not be read looks like.
    likeness: Option<(PathBuf, Likeness)>,
    /// How many bytes of input were dealt with.
    bytes: u64,
}

/// The pieces of one file.
fn pieces(path: PathBuf, line_limit: usize) -> Box<dyn Iterator<Item = Piece> + Send> {
    let lines = || -> io::Result<Option<Blocks<File>>> {
        if input::is_standard(&path) || kind_of(&path)? != Kind::Lines {
            return Ok(None);
        }
        Ok(Some(Blocks::new(File::open(&path)?, line_limit)))
    };
    match lines() {
        Ok(Some(blocks)) => Box::new(blocks.map(move |block| match block {
            Ok(block) => Piece::Lines(path.clone(), block),
            Err(error) => Piece::Unreadable(path.clone(), error),
        })),
        Ok(None) => Box::new(std::iter::once(Piece::File(path))),
        Err(error) => Box::new(std::iter::once(Piece::Unreadable(path, error))),
    }
}

/// How pieces are checked and reported.
struct Job<'o> {
    options: Options<'o>,
    lang: Lang,
    format: Format,
    /// Whether there is just one input, whose report then stands alone.
    single: bool,
}

impl Job<'_> {
    fn check(&self, piece: Piece) -> PieceOutcome {
        match piece {
            Piece::File(path) => self.file(&path).unwrap_or_else(|error| unreadable(path, error)),
            Piece::Lines(path, block) => self.lines(&path, &block),
            Piece::Unreadable(path, error) => unreadable(path, error),
        }
    }

    fn file(&self, path: &Path) -> io::Result<PieceOutcome> {
        let limits = &self.options.limits;
        let (checked, facts, beginning) = if input::is_standard(path) {
            let bytes = input::standard(io::stdin().lock(), limits)?;
            let (checked, facts) = if input::is_archive(&bytes) {
                self.package(Cursor::new(&bytes), bytes.len() as u64)?
            } else {
                self.document(&bytes, None)
            };
            (checked, facts, bytes)
        } else if kind_of(path)? == Kind::Package {
            let mut file = File::open(path)?;
            let size = file.metadata()?.len();
            let (checked, facts) = self.package(&mut file, size)?;
            file.rewind()?;
            (checked, facts, read_up_to(file, likeness::BEGINNING)?)
        } else {
            let file = File::open(path)?;
            let size = file.metadata()?.len();
            let bytes = read_up_to(file, limits.document_bytes)?;
            let (checked, facts) = self.document(&bytes, Some(size));
            (checked, facts, bytes)
        };
        let mut outcome = PieceOutcome { bytes: facts.size, ..PieceOutcome::default() };
        outcome.likeness = likeness(path, &checked, &beginning).map(|likeness| (path.to_owned(), likeness));
        self.tell(&path.display().to_string(), &checked, facts, &mut outcome);
        Ok(outcome)
    }

    fn package<R: Read + Seek>(&self, mut source: R, size: u64) -> io::Result<(Checked, InputFacts)> {
        let checked = validate::package(&mut source, &self.options).map_err(io::Error::other)?;
        let digested = size <= self.options.limits.package.archive && self.format == Format::Json;
        source.rewind()?;
        let sha256 = if digested { Some(sha256_of(source)?) } else { None };
        Ok((checked, InputFacts { size, sha256 }))
    }

    fn document(&self, bytes: &[u8], size: Option<u64>) -> (Checked, InputFacts) {
        let whole = bytes.len() <= self.options.limits.document_bytes;
        let sha256 = (whole && self.format == Format::Json).then(|| Sha256::digest(bytes).into());
        let size = size.unwrap_or(bytes.len() as u64);
        (validate::document(bytes, &self.options), InputFacts { size, sha256 })
    }

    fn lines(&self, path: &Path, block: &Block) -> PieceOutcome {
        let mut outcome = PieceOutcome { bytes: block.bytes.len() as u64, ..PieceOutcome::default() };
        for (index, line) in block.bytes.split(|byte| *byte == b'\n').enumerate() {
            if line.trim_ascii().is_empty() {
                continue;
            }
            let number = block.first_line + index;
            let (mut checked, facts) = self.document(line, None);
            checked.move_to_line(number);
            self.tell(&format!("{}:{number}", path.display()), &checked, facts, &mut outcome);
        }
        outcome
    }

    /// Adds what is to be said of one input. Of many, those with nothing to say are only counted.
    fn tell(&self, name: &str, checked: &Checked, facts: InputFacts, outcome: &mut PieceOutcome) {
        match checked.answer() {
            Answer::Sound => outcome.sound += 1,
            Answer::Wrong => outcome.wrong += 1,
            Answer::CouldNotCheck => outcome.unchecked += 1,
        }
        match self.format {
            Format::Human if self.single => {
                outcome.text.push_str(&Human::new(checked, self.lang).to_string())
            }
            Format::Human if checked.findings.is_empty() => {}
            Format::Human => {
                outcome.text.push_str(&format!("{name}\n{}\n", Human::new(checked, self.lang)));
            }
            Format::Json => {
                let report = report(checked, facts);
                let json = if self.single {
                    serde_json::to_string_pretty(&report)
                } else {
                    serde_json::to_string(&report)
                };
                match json {
                    Ok(json) => {
                        outcome.text.push_str(&json);
                        outcome.text.push('\n');
                    }
                    Err(error) => outcome.could_not = Some(What::Print(io::Error::other(error))),
                }
            }
        }
    }
}

/// What an input looks like that is no document and no package, by its name or its beginning.
fn likeness(path: &Path, checked: &Checked, bytes: &[u8]) -> Option<Likeness> {
    if path.ends_with(input::PACKING) && checked.document_type.is_none() {
        return Some(Likeness::Packing);
    }
    let beginning = bytes.get(..likeness::BEGINNING).unwrap_or(bytes);
    match (checked.rung, checked.kind) {
        // What belongs to keys and directories is JSON too, and none of the standard's documents.
        (Some(_), InputKind::Document) if checked.document_type.is_none() => Likeness::of_keys(beginning),
        (Some(_), _) => None,
        (None, InputKind::Package) => Likeness::of_package(beginning),
        (None, InputKind::Document) => Likeness::of(beginning),
    }
}

fn unreadable(path: PathBuf, error: io::Error) -> PieceOutcome {
    PieceOutcome { could_not: Some(What::Read(path, error)), ..PieceOutcome::default() }
}

fn sha256_of(mut source: impl Read) -> io::Result<[u8; 32]> {
    let mut sha256 = Sha256::new();
    let mut buffer = vec![0; 64 << 10];
    loop {
        let read = source.read(&mut buffer)?;
        if read == 0 {
            return Ok(sha256.finalize().into());
        }
        sha256.update(buffer.get(..read).unwrap_or_default());
    }
}

/// What came of all pieces.
#[derive(Default)]
struct Tally {
    sound: usize,
    wrong: usize,
    unchecked: usize,
    unreadable: usize,
}

impl Tally {
    fn add(&mut self, outcome: &PieceOutcome) {
        self.sound += outcome.sound;
        self.wrong += outcome.wrong;
        self.unchecked += outcome.unchecked;
        self.unreadable += usize::from(outcome.could_not.is_some());
    }

    fn exit(&self) -> Exit {
        if self.wrong > 0 {
            Exit::Wrong
        } else if self.unchecked + self.unreadable > 0 {
            Exit::CouldNot
        } else {
            Exit::Sound
        }
    }

    fn sentence(&self, lang: Lang) -> String {
        let Self { sound, wrong, unchecked, unreadable } = self;
        let checked = sound + wrong + unchecked;
        match lang {
            Lang::ZhCn => format!(
                "共校验 {checked} 份：{sound} 份没有错误，{wrong} 份需要改正，{unchecked} 份无法下结论，{unreadable} 个文件无法读取。\n"
            ),
            Lang::En => format!(
                "Checked {checked}: {sound} without errors, {wrong} to be corrected, {unchecked} without an answer; \
                 {unreadable} files could not be read.\n"
            ),
        }
    }
}

/// A bar over the bytes of all files.
fn progress(files: &[PathBuf]) -> ProgressBar {
    let size = |path: &PathBuf| std::fs::metadata(path).map_or(0, |metadata| metadata.len());
    watched::bar(files.iter().map(size).sum())
}
