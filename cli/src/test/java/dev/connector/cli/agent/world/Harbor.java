package dev.connector.cli.agent.world;

import com.fasterxml.jackson.core.JsonPointer;
import dev.connector.spec.definition.AuthenticationScheme;
import dev.connector.spec.definition.Definition;
import dev.connector.spec.definition.Deletes;
import dev.connector.spec.definition.Incremental;
import dev.connector.spec.definition.Placement;
import dev.connector.spec.definition.Resource;
import dev.connector.spec.definition.Signing;
import dev.connector.spec.definition.Webhooks;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A port's API with good documentation in HTML and no description. Answers lie two envelopes deep,
 * tokens come from a login and go into a header of their own, one list is read by POST, one by page
 * numbers, one has times in milliseconds.
 */
public final class Harbor implements World {

  static final String CLIENT_ID = "hc_demo";
  static final String CLIENT_SECRET = "hs_demo_4f1d9a";

  /** The secret of the documentation's worked example. */
  public static final String WEBHOOK_SECRET = "whsec_quay_7Jd2pL";

  private final HarborRecords records = new HarborRecords();
  private final HarborGate gate = new HarborGate(new HarborApi(records));
  private final Shelf shelf = Shelf.of("harbor");
  private final Loopback server;

  private Harbor(int port) {
    server = Loopback.start(port, it -> isPage(it) ? shelf.serve(it.path()) : gate.answer(it));
  }

  public static Harbor start(int port) {
    return new Harbor(port);
  }

  /** Prints where it is and stays up; takes the port. */
  public static void main(String... arguments) throws InterruptedException {
    try (Harbor harbor = start(arguments.length > 0 ? Integer.parseInt(arguments[0]) : 0)) {
      harbor.announce();
    }
  }

  /** What lets clients in, and can be told to be unkind. */
  public HarborGate gate() {
    return gate;
  }

  @Override
  public String origin() {
    return server.origin();
  }

  @Override
  public Shelf shelf() {
    return shelf;
  }

  @Override
  public void close() {
    server.close();
  }

  @Override
  public Optional<String> credential(String setting) {
    String name = setting.toLowerCase();
    if (name.contains("hook") || name.contains("sign")) {
      return Optional.of(WEBHOOK_SECRET);
    }
    if (name.contains("secret") || name.contains("password")) {
      return Optional.of(CLIENT_SECRET);
    }
    return name.contains("client") || name.contains("id")
        ? Optional.of(CLIENT_ID)
        : Optional.empty();
  }

  @Override
  public List<Expected> resources() {
    return List.of(
        Expected.of("/v1/vessels", "cursor", "/id", Cut.alive(records.vessels))
            .since("/updated_at"),
        Expected.of("/v1/berths", "page", "/code", records.berths),
        Expected.of("/v1/vessels/{}/calls", "cursor", "/id", records.calls).below("/v1/vessels"),
        Expected.of("/v1/calls/{}/cargo-items", "cursor", "/id", records.cargo)
            .below("/v1/vessels/{}/calls"),
        Expected.of("/v1/customers", "cursor", "/id", Cut.alive(records.customers))
            .since("/updated_at"),
        Expected.of("/v1/invoices/search", "cursor", "/id", records.invoices).since("/updated_at"),
        Expected.of("/v1/invoices/{}/lines", "none", "", records.lines)
            .keys("/invoice_id", "/line_no")
            .below("/v1/invoices/search"),
        Expected.of("/v1/tariffs", "cursor", "/id", records.tariffs),
        Expected.of("/v1/incidents", "cursor", "/id", records.incidents).since("/updated_at"),
        Expected.of("/v1/users", "cursor", "/id", records.users));
  }

  @Override
  public List<Fact> facts() {
    return List.of(
        new Fact("logs in for a token", it -> session(it).isPresent()),
        new Fact(
            "sends the token in X-Harbor-Session",
            it ->
                session(it)
                    .filter(
                        s -> s.use().placement().equals(new Placement.Header("X-Harbor-Session")))
                    .isPresent()),
        new Fact("vessels are marked as deleted", it -> isMarked(it, "/v1/vessels")),
        new Fact("customers are marked as deleted", it -> isMarked(it, "/v1/customers")),
        new Fact(
            "incidents are asked for in milliseconds, the last one left out",
            it -> incremental(it, "/v1/incidents").filter(Harbor::inMillis).isPresent()),
        new Fact("webhooks are signed", it -> it.webhooks().filter(Harbor::isSigned).isPresent()));
  }

  private static Optional<AuthenticationScheme.Session> session(Definition definition) {
    return definition.authentication().stream()
        .filter(AuthenticationScheme.Session.class::isInstance)
        .map(AuthenticationScheme.Session.class::cast)
        .findFirst();
  }

  private Optional<Resource> resource(Definition definition, String path) {
    return resources().stream()
        .filter(it -> it.path().equals(path))
        .flatMap(it -> it.find(definition).stream())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private boolean isMarked(Definition definition, String path) {
    return resource(definition, path)
        .flatMap(it -> it.reading().deletes())
        .filter(Deletes.Marked.class::isInstance)
        .map(it -> ((Deletes.Marked) it).field())
        .equals(Optional.of(JsonPointer.compile("/deleted_at")));
  }

  private Optional<Incremental> incremental(Definition definition, String path) {
    return resource(definition, path).flatMap(it -> it.reading().incremental());
  }

  private static boolean inMillis(Incremental incremental) {
    boolean millis =
        incremental.value().type() == Incremental.Type.INTEGER
            || incremental
                .value()
                .format()
                .equals(Optional.of(dev.connector.spec.definition.TimeFormat.EPOCH_MILLIS));
    return millis && incremental.filter() == Incremental.Filter.EXCLUSIVE;
  }

  private static boolean isSigned(Webhooks webhooks) {
    return webhooks.verification() instanceof Webhooks.Signature signature
        && signature.signing().algorithm() == Signing.Algorithm.HMAC_SHA256
        && signature.place().header().equalsIgnoreCase("X-Harbor-Signature")
        && signature.place().field().equals(Optional.of("v1"))
        && signature.timestamp().flatMap(Webhooks.Timestamp::field).equals(Optional.of("t"))
        && signature.signed().text().equals("{timestamp}.{body}");
  }

  private static boolean isPage(Asked asked) {
    return asked.path().equals("/docs") || asked.path().startsWith("/docs/");
  }
}
