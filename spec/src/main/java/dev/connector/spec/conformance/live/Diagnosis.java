package dev.connector.spec.conformance.live;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connector.runtime.message.ApiException;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Operation;
import dev.connector.spec.definition.OperationName;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Records;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Why a request failed, and what to change in the definition or in the settings. */
final class Diagnosis {

  private final Session session;
  private final Definition definition;
  private final CredentialDiagnosis credentials;
  private final Set<String> told = new HashSet<>();

  Diagnosis(Session session) {
    this.session = session;
    this.definition = session.definition();
    this.credentials = new CredentialDiagnosis(definition, session.terms().variables());
  }

  CredentialDiagnosis credentials() {
    return credentials;
  }

  /** What a failure of an operation says, or why it says nothing. */
  Step of(String operation, ApiException failure) {
    String failed = failure.operation().isEmpty() ? operation : failure.operation();
    Optional<String> excuse = session.excuse(failure);
    if (excuse.isPresent()) {
      return new Step.Open(operation, excuse.get());
    }
    if (!failed.equals(operation) && told.contains(failed)) {
      return new Step.Open(operation, failed + " has to pass first");
    }
    told.add(failed);
    Optional<Exchange> exchange = session.wire().last(failed);
    Optional<Exchange> token = session.wire().lastToken();
    Step.Failed step = failed(operation, failed, failure, exchange, token);
    return failed.equals(operation)
        ? step
        : step.because("Reading " + operation + " needs " + failed + ". " + step.why());
  }

  /** The same for a failure of an earlier read, which got as far as some records. */
  Step later(String operation, ApiException failure, List<Exchange> exchanges) {
    Optional<Exchange> last =
        exchanges.stream()
            .filter(it -> it.operation().equals(operation))
            .reduce((first, second) -> second);
    return failed(operation, operation, failure, last, Optional.empty());
  }

  private Step.Failed failed(
      String what,
      String operation,
      ApiException failure,
      Optional<Exchange> exchange,
      Optional<Exchange> token) {
    String got =
        exchange
            .filter(it -> !isSuccess(it))
            .map(it -> it.answer().isEmpty() ? "no answer" : Telling.status(it.status()))
            .orElse(failure.getMessage());
    Step.Failed step =
        Step.Failed.of(what, "a successful answer with records", got).seenIn(exchange);
    switch (failure.code()) {
      case AUTH_FAILED:
        return exchange.filter(it -> it.status() == 401).isPresent()
            ? credentials.refused(what, exchange.get())
            : exchange.filter(it -> it.answer().isPresent()).isPresent()
                ? credentials.refused(what, exchange.get())
                : credentials.withoutToken(what, token, failure.getMessage());
      case FORBIDDEN:
        return exchange.filter(credentials::refusedAsForbidden).isPresent()
            ? credentials.refused(what, exchange.get())
            : forbidden(step);
      case NOT_FOUND:
        return notFound(step, operation, exchange);
      case INVALID_REQUEST:
      case CONFLICT:
        return refused(step, operation, exchange);
      case RATE_LIMIT:
        return step.because("The API takes no more requests for now.")
            .change(
                Change.definition(
                    "/limits", "declare the API's limits, so that they are kept; and try later"));
      case PARSING_ERROR:
        return unreadable(step, operation, exchange, failure);
      case NETWORK_ERROR:
      case TIMEOUT:
        return unanswered(step, failure);
      default:
        return step.because(
            "The API failed on its own account ("
                + failure.code()
                + "). If it does so every time, something in the request upsets it.");
    }
  }

  private Step.Failed forbidden(Step.Failed step) {
    int number = credentials.inUse();
    String names = credentials.names();
    Step.Failed failed =
        step.because(
            "The credential is valid and may not do this: a scope or a permission is missing, or"
                + " the account's plan has it not.");
    failed =
        names.isEmpty()
            ? failed
            : failed.change(
                Change.variable(names, "give the credential the permission, or use another one"));
    return number >= 0
        ? failed.change(
            Change.definition(
                "/authentication/" + number,
                "where it is a token of OAuth 2, ask for the scope in \"scopes\", and log in again"))
        : failed;
  }

  private Step.Failed notFound(Step.Failed step, String operation, Optional<Exchange> exchange) {
    Operation declared = operation(operation);
    List<Change> changes = new ArrayList<>();
    changes.add(
        Change.operation(
            operation,
            "path",
            "it is \"" + declared.request().path().text() + "\"; the API has no such path"));
    Claim claim = claim(operation);
    claim
        .parent()
        .ifPresent(
            parent ->
                parent
                    .bind()
                    .forEach(
                        (name, pointer) ->
                            changes.add(
                                Change.resource(
                                    claim.name(),
                                    "parent/bind/" + name,
                                    "it takes "
                                        + pointer
                                        + " of "
                                        + parent.resource()
                                        + "; perhaps the path wants another field"))));
    new TreeSet<>(declared.request().path().placeholders())
        .stream()
            .filter(definition.settings()::containsKey)
            .forEach(
                it ->
                    changes.add(
                        Change.variable(
                            definition.variable(it), "it is part of the path; check its value")));
    changes.add(
        Change.definition(
            "/baseUrl",
            "it is \""
                + definition.endpoint().baseUrl().text()
                + "\"; its path, such as a version, comes before every other"));
    boolean page = exchange.flatMap(Exchange::answer).filter(it -> !it.isJson()).isPresent();
    return step.because(
            page
                ? "The API does not know the path; that its answer is no JSON suggests that even"
                    + " the beginning of the address is wrong."
                : "The API does not know the path.")
        .changes(changes);
  }

  private Step.Failed refused(Step.Failed step, String operation, Optional<Exchange> exchange) {
    int status = exchange.map(Exchange::status).orElse(0);
    Operation declared = operation(operation);
    if (exchange.isEmpty()) {
      return unsent(step, operation);
    }
    if (status == 405) {
      return step.because(
              "The path exists, and not for " + declared.request().method() + " requests.")
          .change(
              Change.operation(
                  operation, "method", "it is " + declared.request().method() + "; see \"Allow\""));
    }
    if (status / 100 == 3) {
      return step.because("The API sends on to another address, which is not followed.")
          .change(
              Change.definition(
                  "/baseUrl", "write the address it leads to, if that is the API's own"));
    }
    List<Change> changes = named(operation, declared, exchange);
    if (changes.isEmpty()) {
      changes =
          List.of(
              Change.operation(
                  operation, "", "compare path, query and body with the vendor's documentation"));
    }
    return step.because("The API calls the request wrong; what it says of it stands above.")
        .changes(changes);
  }

  /** Nothing was sent, as a value is missing or may not be there. */
  private Step.Failed unsent(Step.Failed step, String operation) {
    Claim claim = claim(operation);
    Step.Failed failed = step.because("The request could not even be made.");
    return claim.parent().isPresent()
        ? failed.change(
            Change.resource(
                claim.name(),
                "parent/bind",
                "the records of "
                    + claim.parent().get().resource()
                    + " have nothing where it looks: "
                    + claim.parent().get().bind()))
        : failed.change(Change.operation(operation, "", "see which of its values is missing"));
  }

  /** The parameters of a request that the answer speaks of; else those that are its own. */
  private static List<Change> named(
      String operation, Operation declared, Optional<Exchange> exchange) {
    String answer =
        exchange.flatMap(Exchange::answer).map(it -> it.text().toLowerCase(Locale.ROOT)).orElse("");
    List<Change> changes = new ArrayList<>();
    for (String name : declared.request().query().keySet()) {
      if (speaks(answer, name)) {
        changes.add(
            Change.operation(
                operation, "query/" + name, "the answer names \"" + name + "\": name or value"));
      }
    }
    declared
        .pagination()
        .ifPresent(
            it -> {
              Paginations.parameter(it)
                  .filter(place -> speaks(answer, Paginations.name(place)))
                  .ifPresent(
                      place ->
                          changes.add(
                              Change.operation(
                                  operation,
                                  "pagination/parameter",
                                  "the answer names \"" + Paginations.name(place) + "\"")));
              it.size()
                  .flatMap(Pagination.Size::parameter)
                  .filter(
                      place ->
                          speaks(answer, Paginations.name(place))
                              || answer.contains("page size")
                              || answer.contains("a page has"))
                  .ifPresent(
                      place ->
                          changes.add(
                              Change.operation(
                                  operation,
                                  "pagination/size",
                                  "it asks for "
                                      + it.size().get().value()
                                      + " by \""
                                      + Paginations.name(place)
                                      + "\"; perhaps that is too many")));
            });
    return changes;
  }

  private static boolean speaks(String answer, String name) {
    return name.length() > 1
        && answer.matches(
            "(?s).*(?<![a-z0-9_])"
                + java.util.regex.Pattern.quote(name.toLowerCase(Locale.ROOT))
                + "(?![a-z0-9_]).*");
  }

  private Step.Failed unreadable(
      Step.Failed step, String operation, Optional<Exchange> exchange, ApiException failure) {
    Step.Failed failed =
        Step.Failed.of(step.what(), "JSON with records", failure.getMessage()).seenIn(exchange);
    if (exchange.flatMap(Exchange::answer).filter(it -> it.isJson()).isEmpty()) {
      boolean page =
          exchange
              .flatMap(Exchange::answer)
              .filter(it -> it.text().stripLeading().startsWith("<"))
              .isPresent();
      return failed
          .because(
              page
                  ? "What came is a web page: the address is that of a website or of a login, not"
                      + " of the API."
                  : "What came is no JSON.")
          .change(
              Change.definition(
                  "/baseUrl", "it is \"" + definition.endpoint().baseUrl().text() + "\""))
          .change(
              Change.operation(
                  operation,
                  "path",
                  "it is \"" + operation(operation).request().path().text() + "\""))
          .change(
              Change.definition(
                  "/headers", "some APIs answer in JSON only where \"Accept\" asks for it"));
    }
    if (failure.getMessage().contains("never end")) {
      return repeating(failed, operation);
    }
    if (failure.getMessage().contains("no records at")) {
      return noRecords(failed, operation, exchange.get().json());
    }
    if (failure.getMessage().contains("order of the cursor")) {
      return failed
          .because("The records do not come in the order of the cursor, oldest first.")
          .change(
              Change.resource(
                  claim(operation).name(),
                  "incremental/order",
                  "write \"none\", or ask the API to sort, if it can"));
    }
    return failed.because("The answer is not as the definition says.");
  }

  /** The same page or cursor came again. */
  Step.Failed repeating(Step.Failed failed, String operation) {
    Optional<Pagination> pagination = operation(operation).pagination();
    return failed
        .because(
            "The second page is the first one again: the API takes no notice of the parameter that"
                + " asks for it, so it is named otherwise.")
        .changes(
            pagination
                .flatMap(Paginations::parameter)
                .map(
                    it ->
                        List.of(
                            Change.operation(
                                operation,
                                "pagination/parameter",
                                "it is "
                                    + Paginations.words(it)
                                    + "; see in the vendor's documentation how the next page is"
                                    + " asked for")))
                .orElse(
                    List.of(
                        Change.operation(
                            operation, "pagination/next", "the link leads to the same page"))));
  }

  /** Where in an answer the records are, if not where the definition says. */
  Step.Failed noRecords(Step.Failed failed, String operation, JsonNode answer) {
    JsonPointer at = operation(operation).answer().records().orElseThrow().at();
    Map<JsonPointer, Integer> arrays = Outline.arrays(answer);
    String place = at.matches() ? "as the whole answer" : "at " + at;
    if (arrays.isEmpty()) {
      return failed
          .because("There are no records " + place + ", and no array anywhere in the answer.")
          .change(
              Change.operation(
                  operation, "records", "say where the records are, or correct the path"));
    }
    Map.Entry<JsonPointer, Integer> likeliest =
        arrays.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
    return failed
        .because(
            "There are no records "
                + place
                + ". The answer has an array of "
                + likeliest.getValue()
                + " at "
                + shown(likeliest.getKey())
                + ".")
        .change(
            Change.operation(
                operation,
                "records",
                "it is \"" + at + "\"; write \"" + likeliest.getKey() + "\""));
  }

  private static String shown(JsonPointer pointer) {
    return pointer.matches() ? "its top (the empty pointer)" : pointer.toString();
  }

  private Step.Failed unanswered(Step.Failed step, ApiException failure) {
    String message = String.valueOf(failure.getMessage());
    if (message.contains("refused to connect to an address")) {
      return step.because("The address is one of this machine or of a private network.")
          .change(
              new Change(
                  "the command",
                  "add --allow-loopback or --allow-private-networks if it is meant"));
    }
    Step.Failed failed =
        step.because(
            message.contains("UnknownHost")
                ? "There is no such host."
                : "The API did not answer: " + message + ".");
    for (String setting : definition.endpoint().baseUrl().placeholders()) {
      failed =
          failed.change(
              Change.variable(definition.variable(setting), "it is part of the host's name"));
    }
    return failed.change(
        Change.definition(
            "/baseUrl",
            "it is \"" + definition.endpoint().baseUrl().text() + "\"; or see to the network"));
  }

  /** Where an operation's records are said to be. */
  Records records(String operation) {
    return operation(operation).answer().records().orElseThrow();
  }

  private static boolean isSuccess(Exchange exchange) {
    return exchange.answer().filter(Exchange.Answer::isSuccess).isPresent();
  }

  private Claim claim(String operation) {
    String name = OperationName.parse(operation).resource();
    return Claim.of(name, definition.resources().get(name));
  }

  private Operation operation(String operation) {
    return claim(operation).operation(OperationName.parse(operation).operation());
  }
}
