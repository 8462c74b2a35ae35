package dev.connector.spec.definition;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingTest {

  @ParameterizedTest
  @CsvSource({
    "hubspot, accessToken, HUBSPOT_ACCESS_TOKEN",
    "google-ads, clientId, GOOGLE_ADS_CLIENT_ID",
    "x, apiURL, X_API_URL",
    "x, aURLPrefix, X_A_URL_PREFIX",
    "x, oauth2Token, X_OAUTH2_TOKEN",
    "s3, base, S3_BASE"
  })
  void the_variable_of_a_setting_is_upper_snake_case(
      String connector, String setting, String variable) {
    assertThat(Setting.variable(connector, setting)).isEqualTo(variable);
  }
}
