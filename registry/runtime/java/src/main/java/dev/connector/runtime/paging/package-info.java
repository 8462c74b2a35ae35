/**
 * Lists: lazy pages in every common way of paging, checkpoints, and reading what changed.
 *
 * <p>May depend on {@code message}. Start at {@code Listing} and {@code RecordStream}.
 */
package dev.connector.runtime.paging;
