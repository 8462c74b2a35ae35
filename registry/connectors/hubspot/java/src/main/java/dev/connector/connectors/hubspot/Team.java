package dev.connector.connectors.hubspot;

/**
 * A team of users.
 *
 * @param id HubSpot's id of the team
 * @param name what it is called
 * @param primary whether it is the main team of the owner it was read with
 */
public record Team(String id, String name, boolean primary) {}
