/**
 * Documentation of an API: pages, files and folders in, searchable sections of plain text out.
 *
 * <p>Whatever is read is hostile. What a person would not see on a page is dropped, for that is
 * where instructions to language models hide; what is fetched stays within one host, the bounds of
 * {@link dev.connector.cli.agent.docs.ReadingLimits} and the engine's guarded sockets. Knows
 * nothing of language models. Start with {@link dev.connector.cli.agent.docs.DocumentationReader},
 * then {@link dev.connector.cli.agent.docs.DocumentIndex}.
 */
package dev.connector.cli.agent.docs;
