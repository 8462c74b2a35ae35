package dev.connector.registry.workspace.build;

/** The two languages Gradle builds are written in. */
public enum GradleDialect {
  GROOVY,
  KOTLIN
}
