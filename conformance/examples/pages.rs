//! Writes the pages of the made-up reports and the made-up certificate in `conformance/tests/pages/` to a folder, for
//! `.ci/pages`, which looks at them in a browser.

use std::{error::Error, fs, path::Path};

use tongzhou::text::Lang;
use tongzhou_conformance::{certificate::Certificate, report::Report};

fn main() -> Result<(), Box<dyn Error>> {
    let out = std::env::args_os().nth(1).ok_or("name the folder to write to")?;
    let out = Path::new(&out);
    fs::create_dir_all(out)?;
    for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages"))? {
        let path = entry?.path();
        let name = path.file_stem().and_then(|stem| stem.to_str()).ok_or("a file without a name")?;
        let bytes = fs::read(&path)?;
        if name == "certificate" {
            fs::write(out.join("certificate.html"), Certificate::read(&bytes)?.to_html())?;
            continue;
        }
        let report = Report::read(&bytes)?;
        for lang in [Lang::ZhCn, Lang::En] {
            fs::write(out.join(format!("{name}.{}.html", lang.tag())), report.to_html(lang))?;
        }
    }
    Ok(())
}
