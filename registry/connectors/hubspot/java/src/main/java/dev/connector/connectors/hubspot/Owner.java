package dev.connector.connectors.hubspot;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A user, or a queue, that records can be assigned to.
 *
 * @param id what records are assigned by; not the id of the user
 * @param type {@code PERSON} or {@code QUEUE}
 * @param email the address of the user
 * @param firstName the given name; empty once the user is gone
 * @param lastName the family name; empty once the user is gone
 * @param userId the id of the user; absent once the user is gone
 * @param userIdIncludingInactive the id of the user, gone or not
 * @param createdAt when the owner was created
 * @param updatedAt when the owner, not the user behind it, changed last
 * @param archived whether the user was deactivated
 * @param teams the teams of the user
 */
public record Owner(
    String id,
    String type,
    Optional<String> email,
    Optional<String> firstName,
    Optional<String> lastName,
    Optional<Long> userId,
    Optional<Long> userIdIncludingInactive,
    Instant createdAt,
    Instant updatedAt,
    boolean archived,
    List<Team> teams) {

  public Owner {
    teams = List.copyOf(Objects.requireNonNullElse(teams, List.of())); // left out where empty
  }
}
