import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Checks a package with the program tongzhou: java Check.java PACKAGE */
public class Check {
    public static void main(String[] arguments) throws Exception {
        Process program = new ProcessBuilder("tongzhou", "validate", "--format", "json", arguments[0])
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        // The report is one JSON object: give it to the JSON library you use, or store it as it is.
        String report = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!program.waitFor(5, TimeUnit.MINUTES)) {
            program.destroyForcibly();
            System.exit(3);
        }
        switch (program.exitValue()) {
            case 0 -> System.out.println("no error was found; " + report.length() + " characters of report");
            case 1 -> System.out.println("there are errors; show the report to whoever sent the package");
            default -> System.out.println("could not be checked");
        }
        System.exit(program.exitValue());
    }
}
