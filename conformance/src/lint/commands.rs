//! The command lines of this program within lines of a shell.

/// A command line of the program `tongzhou`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// Its words, without the program's name.
    pub words: Vec<String>,
    /// Whether these are all its words, as they are. Words that the shell puts in are not known here.
    pub is_whole: bool,
}

/// The commands of a line, those within `$(…)` too.
pub(super) fn in_line(line: &str) -> Vec<Command> {
    let mut reader = Reader { rest: line, found: Vec::new() };
    reader.list();
    reader.found
}

/// Reads a line from its beginning on.
struct Reader<'l> {
    rest: &'l str,
    found: Vec<Command>,
}

/// The words of one command.
#[derive(Default)]
struct Words {
    words: Vec<String>,
    is_open: bool,
    /// The next word is the name of a file that is written or read.
    redirects: bool,
}

/// A word.
#[derive(Default)]
struct Word {
    text: String,
    /// The shell puts something into it.
    is_open: bool,
    /// It is nothing but what a command says, which can be many words, or none.
    is_many: bool,
}

impl Reader<'_> {
    /// Commands up to the end, or to the bracket that closes them.
    fn list(&mut self) {
        let mut words = Words::default();
        while let Some(char) = self.peek() {
            match char {
                ')' => break,
                ';' | '&' | '|' | '(' | '\n' => {
                    self.take();
                    self.conclude(&mut words);
                    if char == '(' {
                        self.list();
                        self.take();
                    }
                }
                '>' | '<' => {
                    self.take();
                    // `2>&1` has no file.
                    words.redirects = self.peek() != Some('&');
                    if !words.redirects {
                        self.take();
                        self.word();
                    }
                }
                '#' => self.rest = "",
                char if char.is_whitespace() => drop(self.take()),
                _ => {
                    let Word { text, is_open, is_many } = self.word();
                    let is_number =
                        self.peek() == Some('>') && text.bytes().all(|byte| byte.is_ascii_digit());
                    if !std::mem::take(&mut words.redirects) && !is_number {
                        words.is_open |= is_open;
                        words.words.extend((!is_many).then_some(text));
                    }
                }
            }
        }
        self.conclude(&mut words);
    }

    /// One word.
    fn word(&mut self) -> Word {
        let (mut word, mut quote) = (Word::default(), None);
        word.is_many = self.rest.starts_with("$(");
        while let Some(char) = self.peek() {
            match (char, quote) {
                ('\'' | '"', None) => quote = Some(char),
                (char, Some(mark)) if char == mark => quote = None,
                ('$', None | Some('"')) => {
                    self.take();
                    word.is_open = true;
                    word.text.push('x');
                    self.expansion();
                    continue;
                }
                (char, None) if char.is_whitespace() || ";&|()<>".contains(char) => break,
                _ => word.text.push(char),
            }
            self.take();
        }
        word.is_many &= word.text == "x";
        word
    }

    /// What follows a `$`: `(…)`, `{…}` or a name.
    fn expansion(&mut self) {
        match self.peek() {
            Some('(') => {
                self.take();
                self.list();
                self.take();
            }
            Some('{') => while self.take().is_some_and(|char| char != '}') {},
            _ => {
                while self.peek().is_some_and(|char| char.is_ascii_alphanumeric() || char == '_') {
                    self.take();
                }
            }
        }
    }

    /// Keeps the command that the words are, if it is of this program.
    fn conclude(&mut self, words: &mut Words) {
        let Words { words, is_open, .. } = std::mem::take(words);
        let is_assignment = |word: &str| {
            let name = word.split_once('=').map(|(name, _)| name);
            name.is_some_and(|name| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_'))
        };
        let mut words =
            words.into_iter().skip_while(|word| is_assignment(word) || BEFORE.contains(&word.as_str()));
        if words.next().as_deref() == Some("tongzhou") {
            self.found.push(Command { words: words.collect(), is_whole: !is_open });
        }
    }

    fn peek(&self) -> Option<char> {
        self.rest.chars().next()
    }

    fn take(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let char = chars.next();
        self.rest = chars.as_str();
        char
    }
}

/// The shell's own words that stand before a command.
const BEFORE: &[&str] = &["do", "then", "else", "if", "while", "!", "exec"];

#[cfg(test)]
mod tests {
    use super::*;

    fn told(line: &str) -> Vec<(String, bool)> {
        in_line(line).into_iter().map(|command| (command.words.join("|"), command.is_whole)).collect()
    }

    #[test]
    fn commands_are_found_wherever_the_shell_would_run_them() {
        let all = |words: &str| vec![(words.to_owned(), true)];
        assert_eq!(told("tongzhou pack a -o b.tzpkg # exit 1"), all("pack|a|-o|b.tzpkg"));
        assert_eq!(told("(cd x && P='a b; c' tongzhou sign \"d e\" --key k)"), all("sign|d e|--key|k"));
        assert_eq!(told("tongzhou node run > node.log 2>&1 & echo $! > node.pid"), all("node|run"));
        assert_eq!(told("cargo run -- tongzhou"), []);
        assert_eq!(
            told("for p in a b; do tongzhou deal --purpose $p; done"),
            [("deal|--purpose|x".to_owned(), false)]
        );
        assert_eq!(told("tongzhou notices $(cat a.args b.args) # exit 1"), [("notices".to_owned(), false)]);
        assert_eq!(
            told("tongzhou verify --board \"$(tongzhou show d.json)\" ${x%.a}.b"),
            [("show|d.json".to_owned(), true), ("verify|--board|x|x.b".to_owned(), false)]
        );
    }
}
