package dev.connector.scaffold.infer.canonical;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connector.scaffold.description.ApiDescription;
import dev.connector.scaffold.description.ApiOperation;
import dev.connector.scaffold.infer.fact.Confidence;
import dev.connector.scaffold.infer.shape.CollectionInference;
import dev.connector.scaffold.lexicon.Lexicon;
import dev.connector.scaffold.openapi.OpenApiReader;
import dev.connector.spec.canonical.CanonicalType;
import dev.connector.spec.definition.CanonicalMapping;
import dev.connector.spec.definition.TimeFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What records mean, and what is left unsaid where that is doubtful. */
class MeaningInferenceTest {

  private static final String TEXT = "{'type': 'string'}";
  private static final String TIME = "{'type': 'string', 'format': 'date-time'}";
  private static final String CONTACT =
      "'id': "
          + TEXT
          + ", 'firstName': "
          + TEXT
          + ", 'lastName': "
          + TEXT
          + ", 'email': "
          + TEXT
          + ", 'createdAt': "
          + TIME;

  private static Meaning meaning(String path, String properties, String... required) {
    String always = required.length == 0 ? "" : "'" + String.join("', '", required) + "'";
    String record = "{'properties': {" + properties + "}, 'required': [" + always + "]}";
    String schema = "{'type': 'array', 'items': " + record + "}";
    String document =
        "{'openapi': '3.0.0', 'paths': {'"
            + path
            + "': {'get': {'summary': 'List them', 'responses': {'200': {'description': 'OK',"
            + " 'content': {'application/json': {'schema': "
            + schema
            + "}}}}}}}}";
    try {
      ApiDescription description =
          OpenApiReader.read(new ObjectMapper().readTree(document.replace('\'', '"')));
      ApiOperation list = description.operations().get(0);
      Lexicon lexicon = Lexicon.standard();
      return new MeaningInference(lexicon)
          .infer(list, new CollectionInference(description, lexicon).infer(list));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static CanonicalMapping sure(Meaning meaning) {
    return meaning.canonical().flatMap(CanonicalSuggestion::sure).orElseThrow();
  }

  private static CanonicalMapping.From from(CanonicalMapping mapping, String place) {
    return (CanonicalMapping.From) mapping.fields().get(JsonPointer.compile(place));
  }

  private static List<String> personal(Meaning meaning) {
    return meaning.personal().stream().map(it -> it.value().toString()).toList();
  }

  @Test
  void contacts_become_contacts() {
    CanonicalMapping mapping = sure(meaning("/contacts", CONTACT));

    assertThat(mapping.type()).isEqualTo("contact");
    assertThat(mapping.fields().keySet())
        .extracting(JsonPointer::toString)
        .containsExactly("/id", "/givenName", "/familyName", "/email", "/createdAt");
    assertThat(from(mapping, "/givenName").pointer()).hasToString("/firstName");
  }

  @Test
  void what_is_mapped_is_there_in_the_shared_type() {
    CanonicalMapping mapping =
        sure(
            meaning(
                "/contacts",
                CONTACT
                    + ", 'address': {'properties': {'city': "
                    + TEXT
                    + ", 'zip': "
                    + TEXT
                    + "}}"));
    CanonicalType type = CanonicalType.of(mapping.type());

    assertThat(mapping.fields()).containsKey(JsonPointer.compile("/address/postalCode"));
    assertThat(mapping.fields().keySet()).allMatch(type::has);
  }

  @Test
  void fields_below_attributes_are_the_records_own() {
    String properties =
        "'id': "
            + TEXT
            + ", 'attributes': {'properties': {'email': "
            + TEXT
            + ", 'first_name': "
            + TEXT
            + "}}";

    assertThat(from(sure(meaning("/contacts", properties)), "/email").pointer())
        .hasToString("/attributes/email");
  }

  @Test
  void times_are_mapped_where_the_document_says_how_they_are_written() {
    String epoch =
        "{'type': 'integer', 'description': 'Measured in seconds since the Unix epoch.'}";

    assertThat(
            from(sure(meaning("/contacts", CONTACT.replace(TIME, epoch))), "/createdAt").format())
        .contains(TimeFormat.EPOCH_SECONDS);
    Meaning silent = meaning("/contacts", CONTACT.replace(TIME, "{'type': 'integer'}"));
    assertThat(sure(silent).fields()).doesNotContainKey(JsonPointer.compile("/createdAt"));
    assertThat(
            silent
                .canonical()
                .orElseThrow()
                .fields()
                .get(JsonPointer.compile("/createdAt"))
                .confidence())
        .isEqualTo(Confidence.LIKELY);
  }

  @Test
  void what_every_file_has_comes_from_what_every_record_has() {
    String file = "'id': " + TEXT + ", 'filename': " + TEXT + ", 'size': {'type': 'integer'}";

    assertThat(meaning("/files", file).canonical().orElseThrow().sure()).isEmpty();
    assertThat(sure(meaning("/files", file, "filename")).type()).isEqualTo("file");
  }

  @Test
  void words_of_a_closed_list_are_matched_by_their_spelling() {
    String subscription =
        "'id': "
            + TEXT
            + ", 'customer_id': "
            + TEXT
            + ", 'cancel_at_period_end': {'type': 'boolean'}, 'status': {'type': 'string', 'enum':"
            + " ['active', 'past_due', 'odd']}";
    CanonicalMapping mapping = sure(meaning("/subscriptions", subscription));

    assertThat(from(mapping, "/status").values())
        .isEqualTo(Map.of("active", "active", "past_due", "pastDue"));
    assertThat(from(mapping, "/sourceStatus").pointer()).hasToString("/status");
  }

  @Test
  void a_name_alone_is_not_enough() {
    assertThat(meaning("/contacts", "'id': " + TEXT + ", 'colour': " + TEXT).canonical()).isEmpty();
  }

  @Test
  void words_with_several_meanings_are_only_suggested() {
    Meaning meaning =
        meaning("/accounts", "'id': " + TEXT + ", 'website': " + TEXT + ", 'industry': " + TEXT);

    assertThat(meaning.canonical().orElseThrow().type().value()).isEqualTo("company");
    assertThat(meaning.canonical().orElseThrow().sure()).isEmpty();
  }

  @Test
  void nothing_is_mapped_that_lacks_what_the_type_requires() {
    Meaning meaning =
        meaning(
            "/payments",
            "'id': "
                + TEXT
                + ", 'order_id': "
                + TEXT
                + ", 'status': "
                + TEXT
                + ", 'paidAt': "
                + TIME);

    assertThat(meaning.canonical().orElseThrow().type().value()).isEqualTo("payment");
    assertThat(meaning.canonical().orElseThrow().sure()).isEmpty();
  }

  @Test
  void amounts_are_not_taken_for_whole_units() {
    Meaning meaning =
        meaning(
            "/invoices",
            "'id': "
                + TEXT
                + ", 'number': "
                + TEXT
                + ", 'customer_id': "
                + TEXT
                + ", 'total': {'type': 'integer'}");

    assertThat(sure(meaning).fields()).doesNotContainKey(JsonPointer.compile("/total"));
  }

  @Test
  void text_is_not_mapped_where_the_type_wants_a_form_that_the_document_does_not_promise() {
    Meaning meaning =
        meaning(
            "/files",
            "'id': "
                + TEXT
                + ", 'name': "
                + TEXT
                + ", 'mimeType': "
                + TEXT
                + ", 'size': {'type': 'integer'}",
            "name");

    assertThat(sure(meaning).fields().keySet())
        .extracting(JsonPointer::toString)
        .containsExactly("/id", "/name", "/size");
  }

  @Test
  void nothing_is_mapped_without_a_key() {
    assertThat(meaning("/contacts", CONTACT.replace("'id'", "'colour'")).canonical()).isEmpty();
  }

  @Test
  void fields_about_persons_are_found() {
    assertThat(personal(meaning("/contacts", CONTACT)))
        .containsExactly("/firstName", "/lastName", "/email");
    assertThat(
            personal(
                meaning(
                    "/orders",
                    "'id': "
                        + TEXT
                        + ", 'name': "
                        + TEXT
                        + ", 'customer': {'properties': {'name': "
                        + TEXT
                        + ", 'phone': "
                        + TEXT
                        + "}}")))
        .containsExactly("/customer/name", "/customer/phone");
  }

  @Test
  void names_of_things_are_not_personal() {
    assertThat(
            personal(
                meaning(
                    "/repositories",
                    "'id': "
                        + TEXT
                        + ", 'name': "
                        + TEXT
                        + ", 'full_name': "
                        + TEXT
                        + ", 'city': "
                        + TEXT
                        + ", 'emailEnabled': {'type': 'boolean'}, 'email': {'type': 'boolean'}")))
        .isEmpty();
  }
}
