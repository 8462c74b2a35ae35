package dev.connector.spec.engine;

import dev.connector.runtime.message.ApiException;
import dev.connector.runtime.message.ErrorCode;
import dev.connector.runtime.settings.Addresses;
import dev.connector.spec.definition.Definition;
import java.util.LinkedHashMap;
import java.util.Map;
import okhttp3.HttpUrl;

/**
 * Where a connector's API and the places that belong to it really are, for this user.
 *
 * @param settings what the user configured, for placeholders
 * @param base the API
 * @param addresses all else
 */
record Site(Values settings, HttpUrl base, Addresses addresses) {

  /**
   * As the definition has it, or as the user moved it.
   *
   * @throws ApiException with {@link ErrorCode#INVALID_CONFIG} where it must not be called
   */
  static Site of(Definition definition, Map<String, String> configured, Environment environment) {
    Values settings = Values.of(configured);
    Addresses addresses = environment.addresses(settings.text(definition.endpoint().baseUrl()));
    return new Site(settings, addresses.base(), addresses);
  }

  /**
   * Where operations are that are elsewhere than the rest, by name.
   *
   * @throws ApiException with {@link ErrorCode#INVALID_CONFIG} where one must not be called
   */
  Map<String, String> bases(Definition definition) {
    Map<String, String> bases = new LinkedHashMap<>();
    definition
        .resources()
        .forEach(
            (resource, declared) ->
                declared
                    .operations()
                    .forEach(
                        (name, operation) ->
                            operation.request().baseUrl().stream()
                                .flatMap(it -> settings.texts(it).stream())
                                .forEach(
                                    it ->
                                        bases.put(resource + "." + name, addresses.resolve(it)))));
    return bases;
  }
}
