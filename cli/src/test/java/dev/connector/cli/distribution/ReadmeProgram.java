package dev.connector.cli.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The program of the README, as a reader would paste it.
 *
 * @param type the name of its class, which its file is named after
 */
record ReadmeProgram(String type, String source) {

  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
  private static final Pattern OWN_PACKAGE = Pattern.compile("import (\\S+?)\\.connectors\\.");
  private static final Pattern TYPE = Pattern.compile("\\bclass (\\w+)");

  /** The program in the given package, its imports of connectors moved there. */
  static ReadmeProgram in(String basePackage) throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(Path.of("../README.md")));
    if (!block.find()) {
      throw new AssertionError("README.md shows no Java program");
    }
    String program = block.group(1);
    Matcher own = OWN_PACKAGE.matcher(program);
    String moved = own.find() ? program.replace(own.group(1) + ".", basePackage + ".") : program;
    Matcher type = TYPE.matcher(moved);
    return type.find()
        ? new ReadmeProgram(type.group(1), "package " + basePackage + ";\n\n" + moved)
        : new ReadmeProgram("Readme", wrapped(basePackage, moved));
  }

  /** Statements alone are what a reader puts into a main method. */
  private static String wrapped(String basePackage, String program) {
    String imports = lines(program, true);
    String statements = lines(program, false);
    return "package "
        + basePackage
        + ";\n\n"
        + imports
        + "\n\nfinal class Readme {\n  public static void main(String[] args) throws Exception {\n"
        + statements
        + "\n  }\n}\n";
  }

  private static String lines(String program, boolean imports) {
    return program
        .lines()
        .filter(line -> line.startsWith("import ") == imports)
        .collect(Collectors.joining("\n"));
  }
}
