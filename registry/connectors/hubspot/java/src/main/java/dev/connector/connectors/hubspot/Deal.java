package dev.connector.connectors.hubspot;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A transaction on its way through a sales pipeline.
 *
 * @param id HubSpot's id of the record
 * @param properties everything that was read, custom properties included
 * @param createdAt when the record was created
 * @param updatedAt when it changed last
 * @param archived whether it is in the recycling bin
 * @param archivedAt since when
 */
public record Deal(String id, Properties properties, Instant createdAt, Instant updatedAt, boolean archived, Optional<Instant> archivedAt) implements CrmRecord {

  public static final String NAME = "dealname";
  public static final String AMOUNT = "amount";
  public static final String CURRENCY = "deal_currency_code";
  public static final String PIPELINE = "pipeline";
  public static final String STAGE = "dealstage";
  public static final String CLOSE_DATE = "closedate";
  public static final String TYPE = "dealtype";
  public static final String DESCRIPTION = "description";
  public static final String OWNER_ID = "hubspot_owner_id";
  public static final String CREATED = "createdate";
  public static final String LAST_MODIFIED = "hs_lastmodifieddate";

  /** The properties asked for unless others are named. */
  public static final List<String> PROPERTIES = List.of(NAME, AMOUNT, CURRENCY, PIPELINE, STAGE, CLOSE_DATE, TYPE, DESCRIPTION, OWNER_ID, CREATED, LAST_MODIFIED);

  /** The name of the deal. */
  public Optional<String> name() {
    return properties.text(NAME);
  }

  /** What the deal is worth, in its currency. */
  public Optional<BigDecimal> amount() {
    return properties.number(AMOUNT);
  }

  /** The currency of the amount, such as {@code EUR}. */
  public Optional<String> currency() {
    return properties.text(CURRENCY);
  }

  /** The internal id of the pipeline. */
  public Optional<String> pipeline() {
    return properties.text(PIPELINE);
  }

  /** The internal id of the stage in the pipeline. */
  public Optional<String> stage() {
    return properties.text(STAGE);
  }

  /** When the deal was closed or is expected to be. */
  public Optional<Instant> closeDate() {
    return properties.time(CLOSE_DATE);
  }

  /** The internal name of the type, such as {@code newbusiness}. */
  public Optional<String> type() {
    return properties.text(TYPE);
  }

  /** What the deal is about. */
  public Optional<String> description() {
    return properties.text(DESCRIPTION);
  }

  /** The id of the owner, as {@link HubSpot#owners()} has it. */
  public Optional<String> ownerId() {
    return properties.text(OWNER_ID);
  }

  /** When HubSpot created the record. */
  public Optional<Instant> created() {
    return properties.time(CREATED);
  }

  /** When any property changed last; what incremental reading goes by. */
  public Optional<Instant> lastModified() {
    return properties.time(LAST_MODIFIED);
  }
}
