/** A Spark data source that turns crawled files of any layout into records with file and line. */
package dev.kolrank.connector.read;
