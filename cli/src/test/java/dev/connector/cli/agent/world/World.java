package dev.connector.cli.agent.world;

import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.reader.ConnectorFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An API that runs, its documentation, and what is true of it. */
public interface World extends AutoCloseable {

  /** Where the API is, without a path: {@code http://127.0.0.1:8080}. */
  String origin();

  /** The files: {@code docs}, {@code solution} and what else there is. */
  Shelf shelf();

  /** The resources that are to be found. */
  List<Expected> resources();

  /** What is true of the API as a whole. */
  List<Fact> facts();

  /** What a user would put into a setting of this name; empty for one that needs nothing. */
  Optional<String> credential(String setting);

  @Override
  void close();

  /** Where its documentation begins. */
  default String documentation() {
    return origin() + "/docs/";
  }

  /** How much of it a definition has right. */
  default Scorecard score(Definition definition) {
    List<Fact> facts = new ArrayList<>(facts());
    resources().forEach(it -> facts.addAll(it.facts()));
    return Scorecard.of(definition, facts);
  }

  /** Reads every resource with the engine, and says what is not as the server has it. */
  default List<String> liveCheck(ConnectorFolder connector) {
    return new LiveCheck(this, connector).findings();
  }

  /** A definition with schemas that says all of it. */
  default ConnectorFolder solution() {
    return ConnectorFolder.read(shelf().solution());
  }

  /** Says where it is, and stays up until the process ends. */
  default void announce() throws InterruptedException {
    System.out.println("API            " + origin());
    System.out.println("documentation  " + documentation());
    System.out.println("files          " + shelf().folder());
    System.out.flush();
    Thread.currentThread().join();
  }
}
