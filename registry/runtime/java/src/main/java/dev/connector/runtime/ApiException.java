package dev.connector.runtime;

/** Placeholder until the pipeline lands. */
public final class ApiException extends RuntimeException {
  private static final long serialVersionUID = 1;
}
