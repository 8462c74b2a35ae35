package dev.connector.cli.agent.sandbox;

import dev.connector.spec.ConnectorException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Linux namespaces, by bubblewrap: a program sees its own processes, files and network only, holds
 * no privilege, and can make no further namespaces.
 *
 * @param program bubblewrap itself
 * @param limiter {@code prlimit}, which bounds what one process may use
 */
public record Bubblewrap(Path program, Path limiter) implements Sandbox {

  private static final String OTHERWISE =
      "or let code that a model wrote run as you do: --allow-unsandboxed";

  /** What a JVM reserves without using it; more than that is a mistake. */
  private static final long ADDRESSES = 8L << 30;

  /** Bytes of the empty folder for temporary files. */
  private static final long TEMPORARY = 256L << 20;

  /** Threads count as processes, and a JVM has twenty. */
  private static final int THREADS = 32;

  /** Neither name nor number of the user outside; the number 0 could not be handed on. */
  private static final String USER = "1000";

  public Bubblewrap {
    Objects.requireNonNull(program);
    Objects.requireNonNull(limiter);
  }

  /**
   * The sandbox of a machine, tried once.
   *
   * @param path the folders that programs are in
   * @throws ConnectorException where there is none that works
   */
  static Bubblewrap on(String path) {
    Bubblewrap found = new Bubblewrap(find("bwrap", path), find("prlimit", path));
    Path nothing = Path.of("/usr/bin/true");
    Job inner = job(nothing, Job.Place.INSIDE, List.of());
    Job outer =
        new Job(
            found.line(inner),
            job(nothing, Job.Place.AROUND, List.of(nothing)).access(),
            Map.of(),
            inner.limits());
    Ended tried = found.run(outer);
    if (!tried.well()) {
      throw missing(
          "bubblewrap is there and does not work: " + tried.errors().lines().findFirst().orElse(""),
          "allow user namespaces on this machine, and have bubblewrap 0.8 or later");
    }
    return found;
  }

  private static Job job(Path program, Job.Place place, List<Path> readable) {
    return new Job(
        List.of(program.toString()),
        new Job.Access(
            place, Stream.concat(readable.stream(), Stream.of(program)).toList(), List.of()),
        Map.of(),
        Limits.program().time(Duration.ofSeconds(10)));
  }

  private static Path find(String name, String path) {
    return Stream.of(path.split(File.pathSeparator))
        .map(folder -> Path.of(folder, name))
        .filter(it -> Files.isExecutable(it) && !Files.isDirectory(it))
        .findFirst()
        .orElseThrow(
            () ->
                missing(
                    "generated code is run in a sandbox only, and there is no " + name + " here",
                    name.equals("bwrap") ? "install bubblewrap" : "install util-linux"));
  }

  private static ConnectorException missing(String what, String todo) {
    return new ConnectorException(ConnectorException.Kind.FAILED, what, todo + ", " + OTHERWISE);
  }

  @Override
  public List<String> line(Job job) {
    Limits limits = job.limits();
    List<String> line = new ArrayList<>(List.of(limiter.toString(), "--core=0"));
    line.add("--as=" + ADDRESSES);
    line.add("--nproc=" + limits.processes() * THREADS);
    line.add("--fsize=" + limits.file());
    line.addAll(List.of("--", program.toString()));
    line.addAll(List.of("--unshare-user", "--uid", USER, "--gid", USER));
    line.addAll(List.of("--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try"));
    line.addAll(List.of("--die-with-parent", "--new-session", "--cap-drop", "ALL"));
    if (job.access().place() != Job.Place.INSIDE) {
      line.add("--unshare-net");
    }
    if (job.access().place() == Job.Place.AROUND) {
      // Only where /proc is whole, a sandbox inside may have one of its own.
      line.addAll(List.of("--bind", "/proc", "/proc"));
    } else {
      line.addAll(List.of("--unshare-pid", "--proc", "/proc", "--disable-userns"));
    }
    line.addAll(List.of("--dev", "/dev", "--size", String.valueOf(TEMPORARY), "--tmpfs", "/tmp"));
    libraries().forEach(it -> line.addAll(List.of("--ro-bind-try", it, it)));
    if (job.access().place() == Job.Place.AROUND) {
      readable(line, program);
      readable(line, limiter);
    }
    job.access().readable().forEach(it -> readable(line, it));
    job.access().writable().forEach(it -> line.addAll(List.of("--bind", "" + it, "" + it)));
    line.addAll(List.of("--chdir", "/tmp", "--"));
    line.addAll(job.line());
    return line;
  }

  private static void readable(List<String> line, Path path) {
    line.addAll(List.of("--ro-bind", path.toString(), path.toString()));
  }

  /** What programs are linked with, and no program: neither a shell nor another tool. */
  private static Stream<String> libraries() {
    return Stream.of("/usr/lib", "/usr/lib32", "/usr/lib64", "/lib", "/lib64", "/etc/ld.so.cache");
  }
}
