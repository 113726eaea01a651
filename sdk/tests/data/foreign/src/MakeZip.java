import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a folder with ZipOutputStream, which puts a data descriptor behind each deflated entry. */
public final class MakeZip {
    public static void main(String[] arguments) throws IOException {
        String how = arguments[0];
        Path folder = Path.of(arguments[1]);
        try (OutputStream file = Files.newOutputStream(Path.of(arguments[2]));
                ZipOutputStream zip = new ZipOutputStream(file);
                var walk = Files.walk(folder)) {
            List<Path> paths = walk.filter(path -> !path.equals(folder)).sorted().toList();
            for (Path path : paths) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                if (Files.isDirectory(path)) {
                    if (how.equals("folders")) {
                        zip.putNextEntry(new ZipEntry(name + "/"));
                        zip.closeEntry();
                    }
                    continue;
                }
                byte[] bytes = Files.readAllBytes(path);
                ZipEntry entry = new ZipEntry(name);
                if (how.equals("stored")) {
                    CRC32 crc = new CRC32();
                    crc.update(bytes);
                    entry.setMethod(ZipEntry.STORED);
                    entry.setSize(bytes.length);
                    entry.setCrc(crc.getValue());
                }
                if (how.equals("times")) {
                    FileTime time = FileTime.fromMillis(1_700_000_000_000L);
                    entry.setLastModifiedTime(time);
                    entry.setLastAccessTime(time);
                    entry.setCreationTime(time);
                }
                zip.putNextEntry(entry);
                zip.write(bytes);
                zip.closeEntry();
            }
        }
    }
}
