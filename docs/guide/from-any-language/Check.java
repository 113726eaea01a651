import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Checks a file with the program tongzhou: java Check.java FILE */
public class Check {
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 1) {
            System.err.println("java Check.java FILE");
            System.exit(2);
        }
        int code;
        try {
            code = check(arguments[0]);
        } catch (IOException problem) {
            // The program is not on the path, say. Java itself ends with 1 where an exception is not caught, which
            // would be taken for a verdict.
            System.err.println("could not be checked: " + problem.getMessage());
            code = 3;
        }
        System.exit(code);
    }

    private static int check(String file) throws IOException, InterruptedException {
        // Into a file: who reads from the pipe until it ends waits for ever where the program does.
        Path report = Files.createTempFile("report", ".json");
        try {
            Process program = new ProcessBuilder("tongzhou", "validate", "--format", "json", file)
                    .redirectOutput(report.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            if (!program.waitFor(5, TimeUnit.MINUTES)) {
                program.destroyForcibly();
                return 3;
            }
            // The report is one JSON object: give it to the JSON library you use, or store it as it is.
            String json = Files.readString(report);
            switch (program.exitValue()) {
                case 0 -> System.out.println("no error was found; " + json.length() + " characters of report");
                case 1 -> System.out.println("there are errors; show the report to whoever sent the file");
                default -> System.out.println("could not be checked");
            }
            return program.exitValue();
        } finally {
            Files.delete(report);
        }
    }
}
