package dev.connector.scaffold.render.model;

import java.util.List;

/**
 * The types of a connector's tests, which lie in its package, so that nothing else is called so.
 */
public final class TestTypes {

  public static final List<String> NAMES =
      List.of(
          "AuthenticationTest",
          "ChangesTest",
          "ExchangesTest",
          "FailuresTest",
          "Fixture",
          "PagesTest",
          "Reads",
          "RecordsTest",
          "ReplayServer",
          "SettingsTest");

  private TestTypes() {}
}
