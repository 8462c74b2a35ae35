package dev.connector.connectors.hubspot;

import dev.connector.runtime.message.Copies;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A user, or a queue, that records can be assigned to.
 *
 * @param id What records are assigned by.
 * @param email The address of the user.
 * @param type PERSON or QUEUE.
 * @param firstName The given name; empty once the user is gone.
 * @param lastName The family name; empty once the user is gone.
 * @param userId The id of the user behind the owner; null once the user is gone.
 * @param userIdIncludingInactive The id of the user, gone or not.
 * @param createdAt When the owner was created.
 * @param updatedAt When the owner, not the user behind it, changed last.
 * @param archived Whether the user was deactivated.
 * @param teams The teams of the user.
 */
public record Owner(
    String id,
    Optional<String> email,
    String type,
    Optional<String> firstName,
    Optional<String> lastName,
    Optional<Long> userId,
    Optional<Long> userIdIncludingInactive,
    Instant createdAt,
    Instant updatedAt,
    Boolean archived,
    List<Team> teams) {

  public Owner {
    teams = Copies.list(teams);
  }

  /**
   * Team
   *
   * @param id The id of the team.
   * @param name The name of the team.
   * @param primary Whether it is the user's main team.
   */
  public record Team(String id, String name, Boolean primary) {}
}
