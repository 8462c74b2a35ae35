package dev.connector.connectors.hubspot;

import java.util.List;

/**
 * What tells one type of record from another; everything else they share.
 *
 * @param name as it stands in paths, {@code contacts}
 * @param record what a record is read as
 * @param properties asked for unless others are named
 * @param modified the property that holds the time of the last change
 */
record CrmType<T extends CrmRecord>(
    String name, Class<T> record, List<String> properties, String modified) {

  static final CrmType<Contact> CONTACTS =
      new CrmType<>("contacts", Contact.class, Contact.PROPERTIES, Contact.LAST_MODIFIED);
  static final CrmType<Company> COMPANIES =
      new CrmType<>("companies", Company.class, Company.PROPERTIES, Company.LAST_MODIFIED);
  static final CrmType<Deal> DEALS =
      new CrmType<>("deals", Deal.class, Deal.PROPERTIES, Deal.LAST_MODIFIED);
  static final CrmType<Ticket> TICKETS =
      new CrmType<>("tickets", Ticket.class, Ticket.PROPERTIES, Ticket.LAST_MODIFIED);
  static final CrmType<Call> CALLS =
      new CrmType<>("calls", Call.class, Call.PROPERTIES, Call.LAST_MODIFIED);
  static final CrmType<Email> EMAILS =
      new CrmType<>("emails", Email.class, Email.PROPERTIES, Email.LAST_MODIFIED);
  static final CrmType<Meeting> MEETINGS =
      new CrmType<>("meetings", Meeting.class, Meeting.PROPERTIES, Meeting.LAST_MODIFIED);
  static final CrmType<Note> NOTES =
      new CrmType<>("notes", Note.class, Note.PROPERTIES, Note.LAST_MODIFIED);
  static final CrmType<Task> TASKS =
      new CrmType<>("tasks", Task.class, Task.PROPERTIES, Task.LAST_MODIFIED);
}
