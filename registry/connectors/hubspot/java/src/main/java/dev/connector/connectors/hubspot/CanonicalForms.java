package dev.connector.connectors.hubspot;

import dev.connector.runtime.canonical.CanonicalForm;
import java.util.Map;

/**
 * How HubSpot's records become records of the types that connectors share. Words of an account's
 * own, and HTML where the shared type has plain text, have no place there; they are kept as they
 * are below {@code /custom}.
 */
final class CanonicalForms {

  static final CanonicalForm CONTACT =
      record("contact")
          .text("/givenName", property(Contact.FIRST_NAME))
          .text("/familyName", property(Contact.LAST_NAME))
          .text("/jobTitle", property(Contact.JOB_TITLE))
          .text("/email", property(Contact.EMAIL))
          .text("/phone", property(Contact.PHONE))
          .text("/mobilePhone", property(Contact.MOBILE_PHONE))
          .text("/address/street", property(Contact.ADDRESS))
          .text("/address/city", property(Contact.CITY))
          .text("/address/region", property(Contact.STATE))
          .text("/address/postalCode", property(Contact.ZIP))
          .text("/address/country", property(Contact.COUNTRY))
          .text("/companyName", property(Contact.COMPANY))
          .text("/ownerId", property(Contact.OWNER_ID))
          .text("/stage", property(Contact.LIFECYCLE_STAGE))
          .asItIs("/custom/hs_lead_status", property(Contact.LEAD_STATUS))
          .asItIs("/custom/website", property(Contact.WEBSITE));

  /** The revenue is in the currency of the account, which the record does not name. */
  static final CanonicalForm COMPANY =
      record("company")
          .text("/name", property(Company.NAME))
          .text("/domain", property(Company.DOMAIN))
          .text("/industry", property(Company.INDUSTRY))
          .integer("/employees", property(Company.EMPLOYEES))
          .money("/annualRevenue", property(Company.ANNUAL_REVENUE))
          .text("/phone", property(Company.PHONE))
          .text("/address/street", property(Company.ADDRESS))
          .text("/address/city", property(Company.CITY))
          .text("/address/region", property(Company.STATE))
          .text("/address/postalCode", property(Company.ZIP))
          .text("/address/country", property(Company.COUNTRY))
          .text("/ownerId", property(Company.OWNER_ID))
          .text("/stage", property(Company.LIFECYCLE_STAGE))
          .asItIs("/custom/description", property(Company.DESCRIPTION))
          .asItIs("/custom/website", property(Company.WEBSITE));

  static final CanonicalForm DEAL =
      record("deal")
          .text("/name", property(Deal.NAME))
          .text("/description", property(Deal.DESCRIPTION))
          .text("/stage", property(Deal.STAGE))
          .text("/pipeline", property(Deal.PIPELINE))
          .money("/amount", property(Deal.AMOUNT), property(Deal.CURRENCY))
          .date("/closeOn", property(Deal.CLOSE_DATE))
          .text("/ownerId", property(Deal.OWNER_ID))
          .asItIs("/custom/dealtype", property(Deal.TYPE));

  static final CanonicalForm TICKET =
      record("ticket")
          .text("/subject", property(Ticket.SUBJECT))
          .text("/description", property(Ticket.CONTENT))
          .text("/stage", property(Ticket.STAGE))
          .text("/pipeline", property(Ticket.PIPELINE))
          .word(
              "/priority",
              property(Ticket.PRIORITY),
              Map.of("LOW", "low", "MEDIUM", "normal", "HIGH", "high", "URGENT", "urgent"))
          .text("/category", property(Ticket.CATEGORY))
          .text("/assigneeId", property(Ticket.OWNER_ID));

  /** HubSpot counts milliseconds. Not every status says how far a call is: BUSY is an outcome. */
  static final CanonicalForm CALL =
      activity("call")
          .word(
              "/status",
              property(Call.STATUS),
              Map.of(
                  "QUEUED", "planned",
                  "CALLING_CRM_USER", "inProgress",
                  "CONNECTING", "inProgress",
                  "RINGING", "inProgress",
                  "IN_PROGRESS", "inProgress",
                  "COMPLETED", "completed",
                  "CANCELED", "cancelled"))
          .text("/subject", property(Call.TITLE))
          .word(
              "/direction",
              property(Call.DIRECTION),
              Map.of("INBOUND", "inbound", "OUTBOUND", "outbound"))
          .text("/outcome", property(Call.STATUS))
          .timestamp("/occurredAt", property(Call.TIMESTAMP))
          .decimal("/duration", property(Call.DURATION), 3)
          .texts("/attachmentIds", property(Call.ATTACHMENT_IDS), ";")
          .asItIs("/custom/hs_activity_type", property(Call.ACTIVITY_TYPE))
          .asItIs("/custom/hs_call_body", property(Call.BODY))
          .asItIs("/custom/hs_call_disposition", property(Call.DISPOSITION))
          .asItIs("/custom/hs_call_from_number", property(Call.FROM_NUMBER))
          .asItIs("/custom/hs_call_recording_url", property(Call.RECORDING_URL))
          .asItIs("/custom/hs_call_to_number", property(Call.TO_NUMBER));

  /** Recipients are left out: HubSpot has all of them in one text. */
  static final CanonicalForm EMAIL =
      record("message")
          .constant("/channel", "email")
          .word(
              "/direction",
              property(Email.DIRECTION),
              Map.of("EMAIL", "outbound", "INCOMING_EMAIL", "inbound"))
          .text("/subject", property(Email.SUBJECT))
          .text("/text", property(Email.TEXT))
          .text("/html", property(Email.HTML))
          .text("/sender/address", property(Email.FROM))
          .word(
              "/status",
              property(Email.STATUS),
              Map.of(
                  "SCHEDULED", "queued",
                  "SENDING", "queued",
                  "SENT", "sent",
                  "BOUNCED", "failed",
                  "FAILED", "failed"))
          .timestamp("/sentAt", property(Email.TIMESTAMP))
          .texts("/attachmentIds", property(Email.ATTACHMENT_IDS), ";")
          .asItIs("/custom/hs_email_to_email", property(Email.TO))
          .asItIs("/custom/hubspot_owner_id", property(Email.OWNER_ID));

  static final CanonicalForm MEETING =
      activity("meeting")
          .word(
              "/status",
              property(Meeting.OUTCOME),
              Map.of("SCHEDULED", "planned", "COMPLETED", "completed", "CANCELED", "cancelled"))
          .text("/subject", property(Meeting.TITLE))
          .text("/outcome", property(Meeting.OUTCOME))
          .timestamp("/occurredAt", property(Meeting.TIMESTAMP))
          .timestamp("/startsAt", property(Meeting.START_TIME))
          .timestamp("/endsAt", property(Meeting.END_TIME))
          .text("/location", property(Meeting.LOCATION))
          .texts("/attachmentIds", property(Meeting.ATTACHMENT_IDS), ";")
          .asItIs("/custom/hs_activity_type", property(Meeting.ACTIVITY_TYPE))
          .asItIs("/custom/hs_internal_meeting_notes", property(Meeting.INTERNAL_NOTES))
          .asItIs("/custom/hs_meeting_body", property(Meeting.BODY))
          .asItIs("/custom/hs_meeting_external_url", property(Meeting.EXTERNAL_URL));

  static final CanonicalForm NOTE =
      activity("note")
          .timestamp("/occurredAt", property(Note.TIMESTAMP))
          .texts("/attachmentIds", property(Note.ATTACHMENT_IDS), ";")
          .asItIs("/custom/hs_note_body", property(Note.BODY));

  static final CanonicalForm TASK =
      activity("task")
          .word(
              "/status",
              property(Task.STATUS),
              Map.of(
                  "NOT_STARTED", "planned",
                  "IN_PROGRESS", "inProgress",
                  "COMPLETED", "completed"))
          .text("/subject", property(Task.SUBJECT))
          .word(
              "/priority",
              property(Task.PRIORITY),
              Map.of("LOW", "low", "MEDIUM", "normal", "HIGH", "high"))
          .timestamp("/dueAt", property(Task.TIMESTAMP))
          .asItIs("/custom/hs_task_body", property(Task.BODY))
          .asItIs("/custom/hs_task_status", property(Task.STATUS))
          .asItIs("/custom/hs_task_type", property(Task.TYPE));

  /** An archived owner is a user that was deactivated. */
  static final CanonicalForm OWNER =
      record("user")
          .text("/givenName", "/firstName")
          .text("/familyName", "/lastName")
          .text("/email", "/email")
          .flag("/active", "/archived", Map.of("false", "true", "true", "false"))
          .asItIs("/custom/teams", "/teams")
          .asItIs("/custom/type", "/type")
          .asItIs("/custom/userId", "/userId");

  private CanonicalForms() {}

  /** What all of HubSpot's records have. */
  private static CanonicalForm record(String type) {
    return CanonicalForm.of(type)
        .text("/id", "/id")
        .timestamp("/createdAt", "/createdAt")
        .timestamp("/updatedAt", "/updatedAt");
  }

  private static CanonicalForm activity(String kind) {
    return record("activity")
        .constant("/kind", kind)
        .text("/ownerId", "/properties/hubspot_owner_id");
  }

  private static String property(String name) {
    return "/properties/" + name;
  }
}
