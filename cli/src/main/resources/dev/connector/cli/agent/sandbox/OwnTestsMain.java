package dev.connector.trial;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs the tests below a folder of classes and prints one line for each, {@code passed},
 * {@code skipped} or {@code failed}, then its name and why, with tabs between. Compiled together
 * with the tests, since what runs tests is no part of the program.
 */
public final class OwnTestsMain implements TestExecutionListener {

  private static final int MOST_FRAMES = 4;

  private final PrintStream out;

  private OwnTestsMain(PrintStream out) {
    this.out = out;
  }

  public static void main(String... arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    var request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(DiscoverySelectors.selectClasspathRoots(Set.of(Path.of(arguments[0]))))
            .build();
    LauncherFactory.create().execute(request, new OwnTestsMain(out));
    print(out, "end", "", "");
    System.exit(0);
  }

  @Override
  public void executionSkipped(TestIdentifier test, String reason) {
    print(out, "skipped", name(test), reason);
  }

  @Override
  public void executionFinished(TestIdentifier test, TestExecutionResult result) {
    if (result.getThrowable().isPresent()) {
      print(out, "failed", name(test), message(result.getThrowable().get()));
    } else if (test.isTest()) {
      print(out, "passed", name(test), "");
    }
  }

  private static String name(TestIdentifier test) {
    String shown = test.getDisplayName();
    return test.getSource()
        .filter(MethodSource.class::isInstance)
        .map(MethodSource.class::cast)
        .map(it -> it.getClassName() + "." + it.getMethodName())
        .map(it -> shown.startsWith(it.substring(it.lastIndexOf('.') + 1)) ? it : it + " " + shown)
        .orElse(shown);
  }

  private static String message(Throwable failure) {
    StringBuilder message = new StringBuilder(failure.toString());
    Arrays.stream(failure.getStackTrace())
        .filter(it -> !it.getClassName().matches("(java|jdk|org[.]junit|org[.]assertj)[.].*"))
        .limit(MOST_FRAMES)
        .forEach(it -> message.append("\n  at ").append(it.getFileName() + ":" + it.getLineNumber()));
    return message.toString();
  }

  private static void print(PrintStream out, String word, String name, String text) {
    out.println(word + "\t" + line(name) + "\t" + line(text));
  }

  private static String line(String text) {
    return text.replace("\\", "\\\\").replace("\t", " ").replace("\r", "").replace("\n", "\\n");
  }
}
