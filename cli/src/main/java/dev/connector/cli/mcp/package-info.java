/**
 * The commands as tools of the Model Context Protocol, for coding assistants: a server over
 * standard input and output, on the official SDK.
 *
 * <p>What a tool takes comes from picocli's model of its command, what it gives from the published
 * schema of {@code --json}; {@code tools.json} adds what is said to a model. Knows commands only
 * through {@link dev.connector.cli.mcp.Program}. May depend on {@code terminal}, {@code project},
 * {@code spec} and the registry's {@code lesson}. Start at {@link
 * dev.connector.cli.mcp.McpService}.
 */
package dev.connector.cli.mcp;
