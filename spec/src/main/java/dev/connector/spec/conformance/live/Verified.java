package dev.connector.spec.conformance.live;

import dev.connector.runtime.message.ErrorCode;
import dev.connector.spec.rules.Report;
import java.util.List;
import java.util.Optional;

/**
 * What a verification found out.
 *
 * @param notes what of the rules was not looked at and why, in lines
 * @param requests how many were sent
 * @param closed why the API let nobody in; empty where it did
 */
public record Verified(
    Report report, List<String> notes, int requests, Optional<ErrorCode> closed) {

  public Verified {
    notes = List.copyOf(notes);
  }
}
