/** Access to stored files: what is retried, and what fails a source when retries do not help. */
package dev.kolrank.connector.storage;
