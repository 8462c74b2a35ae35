package dev.connector.connectors.hubspot;

import dev.connector.runtime.canonical.CanonicalForm;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What tells one type of record from another; everything else they share.
 *
 * @param singular as it stands in the name of the id, {@code contact}
 * @param plural as it stands in paths, {@code contacts}
 * @param record what a record is read as
 * @param properties asked for unless others are named
 * @param modified the property that holds the time of the last change
 * @param personal the properties that hold personal data
 * @param form what records become records of a shared type by
 */
record CrmType<T extends CrmRecord>(
    String singular,
    String plural,
    Class<T> record,
    List<String> properties,
    String modified,
    List<String> personal,
    CanonicalForm form) {

  static final CrmType<Contact> CONTACT =
      new CrmType<>(
          "contact",
          "contacts",
          Contact.class,
          Contact.PROPERTIES,
          Contact.LAST_MODIFIED,
          List.of(
              Contact.EMAIL,
              Contact.FIRST_NAME,
              Contact.LAST_NAME,
              Contact.PHONE,
              Contact.MOBILE_PHONE,
              Contact.ADDRESS),
          CanonicalForms.CONTACT);
  static final CrmType<Company> COMPANY =
      new CrmType<>(
          "company",
          "companies",
          Company.class,
          Company.PROPERTIES,
          Company.LAST_MODIFIED,
          List.of(),
          CanonicalForms.COMPANY);
  static final CrmType<Deal> DEAL =
      new CrmType<>(
          "deal",
          "deals",
          Deal.class,
          Deal.PROPERTIES,
          Deal.LAST_MODIFIED,
          List.of(),
          CanonicalForms.DEAL);
  static final CrmType<Ticket> TICKET =
      new CrmType<>(
          "ticket",
          "tickets",
          Ticket.class,
          Ticket.PROPERTIES,
          Ticket.LAST_MODIFIED,
          List.of(Ticket.CONTENT),
          CanonicalForms.TICKET);
  static final CrmType<Call> CALL =
      new CrmType<>(
          "call",
          "calls",
          Call.class,
          Call.PROPERTIES,
          Call.LAST_MODIFIED,
          List.of(Call.BODY, Call.FROM_NUMBER, Call.TO_NUMBER, Call.RECORDING_URL),
          CanonicalForms.CALL);
  static final CrmType<Email> EMAIL =
      new CrmType<>(
          "email",
          "emails",
          Email.class,
          Email.PROPERTIES,
          Email.LAST_MODIFIED,
          List.of(Email.HTML, Email.TEXT, Email.HEADERS, Email.FROM, Email.TO),
          CanonicalForms.EMAIL);
  static final CrmType<Meeting> MEETING =
      new CrmType<>(
          "meeting",
          "meetings",
          Meeting.class,
          Meeting.PROPERTIES,
          Meeting.LAST_MODIFIED,
          List.of(Meeting.BODY, Meeting.INTERNAL_NOTES),
          CanonicalForms.MEETING);
  static final CrmType<Note> NOTE =
      new CrmType<>(
          "note",
          "notes",
          Note.class,
          Note.PROPERTIES,
          Note.LAST_MODIFIED,
          List.of(Note.BODY),
          CanonicalForms.NOTE);
  static final CrmType<Task> TASK =
      new CrmType<>(
          "task",
          "tasks",
          Task.class,
          Task.PROPERTIES,
          Task.LAST_MODIFIED,
          List.of(Task.BODY),
          CanonicalForms.TASK);

  static final List<CrmType<?>> ALL =
      List.of(CONTACT, COMPANY, DEAL, TICKET, CALL, EMAIL, MEETING, NOTE, TASK);

  /** The operations that search, which HubSpot counts apart. */
  static final Set<String> SEARCHES =
      ALL.stream()
          .flatMap(type -> Stream.of(type.operation("search"), type.operation("changes")))
          .collect(Collectors.toUnmodifiableSet());

  /** The path of all records. */
  String path() {
    return "/crm/objects/2026-03/" + plural;
  }

  /** The path of one record. */
  String idPath() {
    return path() + "/{" + idVariable() + "}";
  }

  String idVariable() {
    return singular + "Id";
  }

  /** The full name of an operation, {@code contacts.list}. */
  String operation(String name) {
    return plural + "." + name;
  }
}
