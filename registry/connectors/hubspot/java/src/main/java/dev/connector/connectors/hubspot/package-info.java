/**
 * HubSpot's CRM: contacts, companies, deals, tickets, engagements, owners and the associations
 * between them.
 *
 * <p>Depends on the connector runtime and on nothing else. Start at {@link
 * dev.connector.connectors.hubspot.HubSpot}.
 */
package dev.connector.connectors.hubspot;
