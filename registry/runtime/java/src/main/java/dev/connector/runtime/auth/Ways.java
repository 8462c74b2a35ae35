package dev.connector.runtime.auth;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Ways to authenticate in order of preference, of which the first is taken whose settings are all
 * there.
 *
 * <pre>{@code
 * Ways.of()
 *     .needing("ACME_TOKEN", token)
 *     .way(() -> Authentication.bearer(token.get()))
 *     .needing("ACME_USER", user)
 *     .needing("ACME_PASSWORD", password)
 *     .way(() -> Authentication.basic(user.get(), password.get()))
 *     .first();
 * }</pre>
 */
public final class Ways {

  private final List<String> missing = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private Optional<Supplier<Authentication>> found = Optional.empty();

  private Ways() {}

  public static Ways of() {
    return new Ways();
  }

  /** The way that comes next needs this, which is there or not. */
  public Ways needing(String variable, Optional<?> value) {
    if (value.isEmpty()) {
      missing.add(variable);
    }
    return this;
  }

  /**
   * The same, where something kept from earlier may make up for it; nothing else may be missing.
   */
  public Ways needing(String variable, Optional<?> value, Supplier<Optional<?>> kept) {
    boolean made = value.isPresent() || (missing.isEmpty() && kept.get().isPresent());
    if (!made) {
      missing.add(variable);
    }
    return this;
  }

  /** A way that can be gone where everything is there that it needs. */
  public Ways way(Supplier<Authentication> way) {
    if (missing.isEmpty()) {
      found = found.or(() -> Optional.of(way));
    } else {
      problems.add(
          String.join(", ", missing) + (missing.size() == 1 ? " is missing" : " are missing"));
    }
    missing.clear();
    return this;
  }

  /**
   * The first way that can be gone.
   *
   * @throws ApiException with {@link ErrorCode#INVALID_CONFIG}, naming what each way lacks
   */
  public Authentication first() {
    return found
        .orElseThrow(
            () ->
                new ApiException(
                    ErrorCode.INVALID_CONFIG,
                    "nothing to authenticate with: " + String.join(", or ", problems)))
        .get();
  }
}
