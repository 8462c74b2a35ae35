package dev.connector.scaffold.infer.paging;

import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.fact.Evidence;
import dev.connector.scaffold.infer.fact.Fact;
import dev.connector.scaffold.infer.shape.Collection;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.spec.definition.Pagination;
import dev.connector.spec.definition.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Infers how further pages are asked for. What the server hands out comes before what is counted,
 * and what is matched, a parameter with a value of the response, before what has a telling name.
 */
public final class PaginationInference {

  private final Lexicon lexicon;
  private final Siblings siblings;
  private final NextLinks links;
  private final NextTokens tokens;

  /**
   * @param operations all of the document, which tell about each other
   */
  public PaginationInference(Lexicon lexicon, List<ApiOperation> operations) {
    this.lexicon = lexicon;
    this.siblings = new Siblings(operations, lexicon);
    this.links = new NextLinks(lexicon);
    this.tokens = new NextTokens(lexicon);
  }

  /** Empty where the first page is all there is known to be. */
  public Fact<Optional<Pagination>> infer(ApiOperation operation, Collection collection) {
    String text =
        (operation.words().summary() + " " + operation.words().description())
            .toLowerCase(Locale.ROOT);
    List<Input> inputs = Input.of(operation);
    List<Output> outputs = Outputs.of(operation, collection, lexicon);
    RequestRoles roles = RequestRoles.of(inputs, lexicon);
    List<Reading> readings = readings(operation, text, collection, roles, outputs);
    Optional<Evidence> none = saysNone(operation, text);
    if (none.isPresent() && readings.isEmpty()) {
      return Fact.sure(Optional.empty(), none.get());
    }
    Optional<Reading> best = readings.stream().filter(Reading::isUsable).findFirst();
    List<Optional<Pagination>> others =
        readings.stream()
            .filter(it -> best.filter(used -> used == it).isEmpty())
            .map(it -> Optional.of(it.pagination()))
            .distinct()
            .toList();
    return best.map(
            it ->
                new Fact<>(
                    Optional.of(it.pagination()),
                    it.confidence(),
                    evidence(it, roles),
                    it.confidence() == Confidence.SURE ? List.<Optional<Pagination>>of() : others))
        .orElseGet(() -> unknown(operation, inputs, roles, outputs).or(others));
  }

  private List<Reading> readings(
      ApiOperation operation,
      String text,
      Collection collection,
      RequestRoles roles,
      List<Output> outputs) {
    Readings readings = new Readings(lexicon, siblings, roles, outputs);
    List<Reading> found = new ArrayList<>();
    String records = collection.records().value().map(it -> it.at().toString()).orElse("");
    Optional<NextLinks.NextLink> link = links.find(outputs, records);
    Optional<NextTokens.Match> match =
        tokens.find(roles.tokens(), outputs.stream().filter(it -> !links.saysLink(it)).toList());
    match
        .filter(it -> it.weight() >= NextTokens.CERTAIN)
        .map(readings::token)
        .ifPresent(found::add);
    link.map(readings::link).ifPresent(found::add);
    linkHeader(operation, text, roles, outputs).map(readings::header).ifPresent(found::add);
    match.filter(it -> it.weight() < NextTokens.CERTAIN).map(readings::token).ifPresent(found::add);
    roles.keys().stream()
        .findFirst()
        .map(it -> readings.keyset(it, collection.primaryKey().value(), collection.record()))
        .ifPresent(found::add);
    roles.pages().stream().findFirst().map(readings::page).ifPresent(found::addAll);
    roles.offsets().stream().findFirst().map(readings::offset).ifPresent(found::add);
    if (match.isEmpty()) {
      told(operation, readings, roles, outputs, found);
    }
    for (Input unclear : roles.unclear()) {
      found.addAll(readings.unclear(unclear));
    }
    return found;
  }

  /** Tokens of which other operations tell the half that is missing here. */
  private void told(
      ApiOperation operation,
      Readings readings,
      RequestRoles roles,
      List<Output> outputs,
      List<Reading> found) {
    for (Input token : roles.tokens()) {
      siblings
          .next(token)
          .ifPresent(
              it ->
                  found.add(
                      readings.cursor(
                          token.placement(),
                          it,
                          Confidence.LIKELY,
                          new Evidence(
                              token.place(),
                              "other operations hand out what " + token.title() + " takes"))));
    }
    for (Output next : tokens.unmatched(outputs)) {
      siblings
          .parameter(next.source(), operation.method())
          .ifPresent(
              it ->
                  found.add(
                      readings.cursor(
                          it,
                          next.source(),
                          Confidence.LIKELY,
                          new Evidence(
                              next.place(),
                              "other operations take what " + next.title() + " hands out"))));
    }
  }

  private Optional<Evidence> linkHeader(
      ApiOperation operation, String text, RequestRoles roles, List<Output> outputs) {
    Optional<Evidence> declared =
        outputs.stream()
            .filter(it -> it.isHeader() && it.name().equalsIgnoreCase("Link"))
            .findFirst()
            .map(it -> new Evidence(it.place(), "the response has a Link header"));
    if (declared.isPresent()) {
      return declared;
    }
    if (lexicon.phrase("linkHeader", text).isPresent()) {
      return Optional.of(
          new Evidence(operation.place(), "its description speaks of a Link header"));
    }
    List<Input> inputs = new ArrayList<>(roles.tokens());
    inputs.addAll(roles.keys());
    inputs.addAll(roles.pages());
    inputs.addAll(roles.offsets());
    roles.size().ifPresent(inputs::add);
    return inputs.stream()
        .filter(it -> lexicon.phrase("linkHeader", it.text()).isPresent())
        .findFirst()
        .map(it -> new Evidence(it.place(), it.title() + " speaks of a Link header"));
  }

  private Optional<Evidence> saysNone(ApiOperation operation, String text) {
    return lexicon
        .phrase("noPaging", text)
        .map(it -> new Evidence(operation.place(), "its description says \"" + it + "\""));
  }

  private static List<Evidence> evidence(Reading reading, RequestRoles roles) {
    List<Evidence> size = new ArrayList<>();
    reading
        .pagination()
        .size()
        .flatMap(it -> roles.size())
        .ifPresent(
            it ->
                size.add(
                    new Evidence(
                        it.place(),
                        it.title()
                            + " is how many records a page has"
                            + (PageSizes.most(it).isPresent()
                                ? ", at most " + PageSizes.most(it).getAsInt()
                                : ""))));
    return reading.with(size).evidence();
  }

  /** Says what is missing. */
  private Fact<Optional<Pagination>> unknown(
      ApiOperation operation, List<Input> inputs, RequestRoles roles, List<Output> outputs) {
    List<Evidence> evidence = new ArrayList<>();
    for (Input token : roles.tokens()) {
      evidence.add(
          new Evidence(
              token.place(), token.title() + " may take a token; where it comes from is not said"));
    }
    for (Output next : tokens.unmatched(outputs)) {
      evidence.add(
          new Evidence(next.place(), next.title() + " may be a token; nothing is said to take it"));
    }
    inputs.stream()
        .filter(
            it -> it.placement() instanceof Placement.Header && it.name().equalsIgnoreCase("Range"))
        .forEach(
            it ->
                evidence.add(
                    new Evidence(
                        it.place(), "pages by Range headers, which a definition cannot say")));
    evidence.add(
        new Evidence(
            operation.place(),
            roles
                    .size()
                    .map(it -> it.title() + " limits the page and nothing leads on")
                    .orElse("nothing is said of further pages")
                + ": first page only, not verified"));
    return new Fact<>(Optional.empty(), Confidence.UNSURE, evidence, List.of());
  }
}
