//! Why the file system did not do it, in plain words.

use std::io;

use tongzhou::{
    package::atomic::NoFile,
    text::{Bilingual, Lang},
};

/// The reason of an error of the system, in the words of the language where we have them.
pub(crate) fn reason(error: &io::Error, lang: Lang) -> String {
    let known = match error.kind() {
        io::ErrorKind::NotFound => {
            Bilingual { zh: "没有这个文件或文件夹", en: "there is no such file or folder" }
        }
        io::ErrorKind::PermissionDenied => Bilingual { zh: "没有权限", en: "it is not permitted" },
        io::ErrorKind::IsADirectory => Bilingual { zh: "这是一个文件夹", en: "it is a folder" },
        io::ErrorKind::NotADirectory => Bilingual { zh: "这不是文件夹", en: "it is not a folder" },
        io::ErrorKind::StorageFull => Bilingual { zh: "磁盘已满", en: "the disk is full" },
        io::ErrorKind::AlreadyExists => Bilingual { zh: "已经有这个文件", en: "it is there already" },
        io::ErrorKind::ReadOnlyFilesystem => {
            Bilingual { zh: "这个位置只能读取，不能写入", en: "this place can only be read" }
        }
        io::ErrorKind::FileTooLarge => Bilingual { zh: "文件太大", en: "the file is too large" },
        io::ErrorKind::QuotaExceeded => {
            Bilingual { zh: "磁盘配额已用完", en: "the disk quota is used up" }
        }
        io::ErrorKind::InvalidFilename => {
            Bilingual { zh: "文件名不合规，或者太长", en: "such a file name is not possible" }
        }
        io::ErrorKind::ResourceBusy => {
            Bilingual { zh: "文件正被别的程序使用", en: "another program uses it" }
        }
        io::ErrorKind::AddrInUse => {
            Bilingual { zh: "这个端口正被别的程序使用", en: "another program listens there" }
        }
        _ if error.get_ref().is_some_and(|error| error.is::<NoFile>()) => Bilingual {
            zh: "这是设备、管道或套接字，不是普通文件，不能用文件替换",
            en: "it is a device, a pipe or a socket, and no file that could be replaced",
        },
        _ => return error.to_string(),
    };
    known.in_lang(lang).to_owned()
}
