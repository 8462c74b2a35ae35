/**
 * HubSpot: Reads and writes HubSpot's CRM: contacts, companies, deals, tickets, engagements, owners
 * and associations.
 *
 * <p>Depends on the connector runtime and on nothing else. Start at HubSpot.
 */
package dev.connector.connectors.hubspot;
