package ${package};

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connector.runtime.connector.Connector;
import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.Cancellation;
import dev.connector.runtime.message.ErrorCode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How this API is entered cannot be said in a definition, and is not written yet. Until it is, the
 * connector refuses to work, and nothing of it can be tested but that.
 */
class AuthenticationTest {

  @Test
  void what_needs_code_of_its_own_is_refused_and_not_guessed() {
    Map<String, String> credentials = new LinkedHashMap<>();
<#list credentials as credential>
${credential}
</#list>
    try (Connector connector = ${adapter}.of(credentials)) {
      ApiException error =
          catchThrowableOfType(
              ApiException.class, () -> connector.check(event -> {}, new Cancellation()));

      assertThat(error.code()).isEqualTo(ErrorCode.UNSUPPORTED);
      assertThat(error.attempts()).isZero();
    }
  }
}
