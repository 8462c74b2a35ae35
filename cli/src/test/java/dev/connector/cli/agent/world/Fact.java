package dev.connector.cli.agent.world;

import dev.connector.spec.definition.Definition;
import java.util.function.Predicate;

/** Something a right definition says, by a name that tells a reader what. */
public record Fact(String name, Predicate<Definition> holds) {}
