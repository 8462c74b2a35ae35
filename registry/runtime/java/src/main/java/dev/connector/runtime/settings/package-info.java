/**
 * What a connector is configured with: settings from the environment, secrets that stay out of
 * text, and every value of the policy by which requests are made.
 *
 * <p>May depend on {@code message}. Start at {@code Policy} and {@code Settings}.
 */
package dev.connector.runtime.settings;
